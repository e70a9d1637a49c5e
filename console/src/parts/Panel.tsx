import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

/** A part of a page under a heading. */
export function Panel({ title, note, actions, flush = false, children }: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  /** The content goes to the edges, as tables and graphs do. */
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <Paper component="section" className={classes.panel} aria-label={title}>
      <Group justify="space-between" className={classes.head} wrap="nowrap">
        <Group gap="0 12px" miw={0}>
          <Title order={2}>{title}</Title>
          {note && (
            <Text size="xs" c="dimmed" component="div">
              {note}
            </Text>
          )}
        </Group>
        {actions && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </Paper>
  );
}
