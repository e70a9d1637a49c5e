import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One of a short list: what it is, a note about it, and what can be done. */
export function Entry({ title, note, children }: { title: ReactNode; note: ReactNode; children?: ReactNode }) {
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="md">
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={560} component="div">
          {title}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      </Stack>
      {children}
    </Group>
  );
}

export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack component="ul" gap="md" m={0} p={0} aria-label={label}>
      {children}
    </Stack>
  );
}
