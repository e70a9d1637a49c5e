import { Button, Code, Stack } from '@mantine/core';
import { useRouteError } from 'react-router';
import { ErrorState } from '@/parts/States';

/** A page that failed to load or to draw. After an update of the platform, its files have new names. */
export function Broken() {
  const error = useRouteError();
  const text = error instanceof Error ? error.message : String(error);
  return (
    <Stack p="xl" maw={640}>
      <ErrorState error={new Error('This page could not be shown. If the platform was updated, loading it anew helps.')} />
      <Code block>{text}</Code>
      <Button w="fit-content" onClick={() => window.location.reload()}>
        Load anew
      </Button>
    </Stack>
  );
}
