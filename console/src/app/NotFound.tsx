import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '@/parts/States';

export function NotFound() {
  return (
    <EmptyState icon={IconMapPinOff} title="There is no such page" text="The address may be old or mistyped.">
      <Button component={Link} to="/overview" variant="default">
        To the overview
      </Button>
    </EmptyState>
  );
}
