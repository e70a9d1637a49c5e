import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '@/parts/Page';

export function NotFound() {
  return (
    <Page title="There is no such page" lead="The address may be old or mistyped.">
      <Button component={Link} to="/overview" variant="default">
        To the overview
      </Button>
    </Page>
  );
}
