import { Alert, Button, Paper, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { EmptyState, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { AgentCard } from './AgentCard';
import { agentsQuery, agentTitle, EVERY_AGENT, levelsQuery, levelTitle, type Switch, switchesQuery } from './api';
import { SwitchDialog } from './SwitchDialog';
import { Page } from '@/parts/Page';

export function AgentsPage() {
  const agents = useQuery(agentsQuery);
  const switches = useQuery(switchesQuery);
  const may = useMay();
  const [dialog, setDialog] = useState(false);
  const all = switches.data?.find((one) => one.agent === EVERY_AGENT && one.engaged);
  return (
    <Page
      title="Agents"
      lead="Each takes tasks from a queue of its own. What they do to the outside passes the gate, and the kill switch wins against everything."
      actions={
        may(all ? 'agent.release' : 'agent.kill') && (
          <Button
            color={all ? undefined : 'red'}
            variant={all ? 'filled' : 'light'}
            leftSection={all ? <IconPlayerPlay size={16} aria-hidden /> : <IconHandStop size={16} aria-hidden />}
            onClick={() => setDialog(true)}
          >
            {all ? 'Lift the stop' : 'Stop every agent'}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        {all && <Stopped by={all} />}
        <Loaded query={agents} skeleton={<Cards />}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState title="No agent has shown itself yet" text="They appear with their first sign of life." />
            ) : (
              <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
                {found.map((agent) => (
                  <AgentCard key={agent.name} agent={agent} />
                ))}
              </SimpleGrid>
            )
          }
        </Loaded>
        <SetLevels />
      </Stack>
      <SwitchDialog agent="all" stop={!all} opened={dialog} onClose={() => setDialog(false)} />
    </Page>
  );
}

function Stopped({ by }: { by: Switch }) {
  return (
    <Alert color="red" icon={<IconHandStop aria-hidden />} title="Every agent is stopped">
      {by.by} stopped them <When at={by.since} />
      {by.reason && <>: {by.reason}</>}. Nothing new begins until the stop is lifted; what waits stays in its queue.
    </Alert>
  );
}

/** What people changed about how far agents may go. The defaults are on each agent's page. */
function SetLevels() {
  const levels = useQuery(levelsQuery);
  return (
    <Stack gap="sm">
      <Title order={2}>Autonomy that people set</Title>
      <Loaded query={levels}>
        {({ settings, otherwise }) =>
          settings.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nobody changed a level. By default an agent {levelTitle(otherwise)}; each agent's page has the exceptions.
            </Text>
          ) : (
            <Paper>
              <Table.ScrollContainer minWidth={640}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Agent</Table.Th>
                      <Table.Th>Kind of action</Table.Th>
                      <Table.Th>Level</Table.Th>
                      <Table.Th>Set by</Table.Th>
                      <Table.Th>Why</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {settings.map((one) => (
                      <Table.Tr key={`${one.agent} ${one.kind}`}>
                        <Table.Td>{agentTitle(one.agent.replace('agent:', ''))}</Table.Td>
                        <Table.Td ff="monospace">{one.kind}</Table.Td>
                        <Table.Td>{levelTitle(one.level)}</Table.Td>
                        <Table.Td>
                          {one.by}, <When at={one.since} />
                        </Table.Td>
                        <Table.Td>{one.reason}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </Paper>
          )
        }
      </Loaded>
    </Stack>
  );
}

function Cards() {
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} aria-busy="true" aria-label="Loading">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} height={188} radius="lg" />
      ))}
    </SimpleGrid>
  );
}
