import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '@/api/session';
import { Page } from '@/parts/Page';
import { words } from '@/parts/Tone';

export function NotFound() {
  return (
    <Page title="There is no such page" lead="The address may be old or mistyped.">
      <Back />
    </Page>
  );
}

/** There is such a page, for others. */
export function NotYours() {
  const { roles } = useMe();
  return (
    <Page
      title="This page is not open to you"
      lead={`Your ${roles.length === 1 ? 'role' : 'roles'} (${roles.map(words).join(', ') || 'none'}) cannot see it. An administrator gives roles, under System, People.`}
    >
      <Back />
    </Page>
  );
}

function Back() {
  return (
    <Button component={Link} to="/overview" variant="default">
      To the overview
    </Button>
  );
}
