import { Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Mark } from '@/app/Mark';
import classes from './Door.module.css';

/** The pages before one is in. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useDocumentTitle(`${title} · ACSO`);
  return (
    <main className={classes.door}>
      <Stack align="center" gap="lg" w="100%" maw={420}>
        <div className={classes.brand}>
          <Mark size={34} />
          <span>ACSO</span>
        </div>
        <Paper className={classes.card}>
          <Stack gap={4} mb="lg">
            <Title order={1}>{title}</Title>
            {lead && (
              <Text size="sm" c="dimmed" component="div">
                {lead}
              </Text>
            )}
          </Stack>
          {children}
        </Paper>
        <Text size="xs" c="dimmed" ta="center">
          Autonomous Cyber-Security &amp; Service Orchestrator
        </Text>
      </Stack>
    </main>
  );
}
