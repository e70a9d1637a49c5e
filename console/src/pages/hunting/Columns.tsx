import { Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import { Lines, Loaded } from '@/parts/States';
import classes from './Columns.module.css';
import type { LakeSchema } from './lake';

const meanings: Record<string, string> = {
  event_id: 'one event, once',
  time: 'when it happened',
  arrived: 'when it came in',
  class_uid: "OCSF's class",
  format: 'how it was written',
  source: 'where it came from',
  operation: 'what was done',
  actor_keys: 'who did it',
  entity_keys: 'all it touches',
  severity_id: "OCSF's severity",
  raw: 'as it came, JSON',
  ocsf: 'in OCSF, JSON',
};

/** What can be asked for; a click copies the name. */
export function Columns({ schema }: { schema: UseQueryResult<LakeSchema> }) {
  const clipboard = useClipboard();
  return (
    <Card className={classes.card}>
      <Loaded query={schema} skeleton={<Lines count={10} />}>
        {({ tables }) => (
          <Stack gap="md">
            {tables.map((table) => (
              <div key={table.name}>
                <Title order={2} fz="sm" mb={6} ff="monospace">
                  {table.name}
                </Title>
                <ul className={classes.columns}>
                  {table.columns.map(({ name, type }) => (
                    <li key={name}>
                      <button type="button" className={classes.column} onClick={() => clipboard.copy(name)} title={`Copy ${name}`}>
                        <Group justify="space-between" wrap="nowrap" gap={6}>
                          <Text span size="xs" ff="monospace">
                            {name}
                          </Text>
                          <Code fz={10}>{type.toLowerCase()}</Code>
                        </Group>
                        <Text span size="xs" c="dimmed">
                          {meanings[name]}
                        </Text>
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
