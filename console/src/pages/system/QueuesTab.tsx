import { Anchor, Paper, Table, Text } from '@mantine/core';
import { IconStackPop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState, Loaded } from '@/parts/States';
import { age, type Queue, queuesQuery } from './queues';
import { words } from './trail';

export function QueuesTab() {
  const queues = useQuery(queuesQuery);
  return (
    <Loaded query={queues}>
      {(found) =>
        found.length === 0 ? (
          <EmptyState icon={IconStackPop} title="No queue yet" text="A queue appears with its first message." />
        ) : (
          <Paper>
            <Table.ScrollContainer minWidth={320}>
              <Table verticalSpacing="sm" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Queue</Table.Th>
                    <Table.Th ta="end">Ready</Table.Th>
                    <Table.Th ta="end" visibleFrom="sm">Waiting</Table.Th>
                    <Table.Th ta="end" visibleFrom="sm">In hand</Table.Th>
                    <Table.Th ta="end">Oldest</Table.Th>
                    <Table.Th ta="end">Given up</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.map((queue) => (
                    <Row key={queue.name} queue={queue} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Paper>
        )
      }
    </Loaded>
  );
}

function Row({ queue }: { queue: Queue }) {
  const letters = `/system/queues/${encodeURIComponent(queue.name)}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={letters} fw={560} size="sm" c="var(--acso-text)">
          {words(queue.name)}
        </Anchor>
      </Table.Td>
      <Count value={queue.ready} />
      <Count value={queue.waiting} wide />
      <Count value={queue.lent} wide />
      <Table.Td ta="end">{age(queue.oldest) || '–'}</Table.Td>
      <Table.Td ta="end">
        {queue.dead > 0 ? (
          <Anchor component={Link} to={letters} size="sm" fw={600} c="var(--acso-critical-fg)">
            {queue.dead.toLocaleString('en')}
          </Anchor>
        ) : (
          <Text span size="sm" c="dimmed">
            0
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Count({ value, wide = false }: { value: number; wide?: boolean }) {
  return (
    <Table.Td ta="end" c={value === 0 ? 'dimmed' : undefined} visibleFrom={wide ? 'sm' : undefined}>
      {value.toLocaleString('en')}
    </Table.Td>
  );
}
