import { Alert, Button, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { type Icon, IconAlertCircle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Problem } from '@/api/problem';

/** Nothing to show, why that is, and what to do about it. */
export function EmptyState({ icon: Sign = IconInbox, title, text, children }: {
  icon?: Icon;
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py={28} px="md" ta="center">
      <ThemeIcon size={48} radius="xl" variant="default" c="dimmed">
        <Sign size={24} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      {text && (
        <Text c="dimmed" size="sm" maw={460}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}

/** What went wrong, in the server's words, and a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = error instanceof Problem ? error : undefined;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertCircle aria-hidden />}
      title={problem?.title ?? 'That did not work'}
      role="alert"
      data-trouble
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{error instanceof Error ? error.message : String(error)}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** As many lines as the content will have, so that nothing jumps when it comes. */
export function Lines({ count = 4, height = 16 }: { count?: number; height?: number }) {
  return (
    <Stack gap="sm" role="status" aria-busy="true" aria-label="Loading">
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={height} width={`${100 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** A query's three states in one place: skeleton, problem, content. Old content stays while it is read anew. */
export function Loaded<T>({ query, skeleton = <Lines />, children }: {
  query: Asked<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  return query.isPending ? skeleton : <ErrorState error={query.error} retry={() => void query.refetch()} />;
}
