import { Anchor, Button, Card, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { IconHandStop, IconPlayerPlay, IconRobotOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { EmptyState, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { Trail } from '../system/Trail';
import { place, words } from '../system/trail';
import { Numbers } from './AgentCard';
import { type Agent, agentsQuery, agentTitle, switchesQuery } from './api';
import { Autonomy } from './Autonomy';
import { Decision } from './Decision';
import { purposeOf, stateOf } from './known';
import { SwitchDialog } from './SwitchDialog';

export function AgentPage() {
  const { name = '' } = useParams();
  const agents = useQuery(agentsQuery);
  const may = useMay();
  const agent = agents.data?.find((one) => one.name === name);
  if (agents.data && !agent) {
    return (
      <EmptyState icon={IconRobotOff} title={`There is no agent ${name}`}>
        <Button component={Link} to="/agents" variant="default">
          To the agents
        </Button>
      </EmptyState>
    );
  }
  return (
    <Page
      title={agentTitle(name)}
      above={[['Agents', '/agents']]}
      lead={purposeOf(name)}
      actions={agent && <Stop agent={agent} />}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Loaded query={agents}>{() => agent && <Now agent={agent} />}</Loaded>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            {may('audit.read') && (
              <Card>
                <Title order={2} mb="xs">
                  Decisions
                </Title>
                <Trail
                  wish={{ who: `agent:${name}` }}
                  limit={10}
                  detail={Decision}
                  empty="What it decides and does appears here, with the reasons."
                />
              </Card>
            )}
            <Autonomy agent={name} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Stop({ agent }: { agent: Agent }) {
  const [dialog, setDialog] = useState(false);
  const switches = useQuery(switchesQuery);
  const may = useMay();
  const own = switches.data?.find((one) => one.agent === `agent:${agent.name}` && one.engaged);
  if (!may(own ? 'agent.release' : 'agent.kill')) {
    return null;
  }
  return (
    <>
      <Button
        variant={own ? 'filled' : 'light'}
        color={own ? undefined : 'red'}
        leftSection={own ? <IconPlayerPlay size={16} aria-hidden /> : <IconHandStop size={16} aria-hidden />}
        onClick={() => setDialog(true)}
      >
        {own ? 'Release' : 'Stop this agent'}
      </Button>
      <SwitchDialog agent={agent.name} stop={!own} opened={dialog} onClose={() => setDialog(false)} />
    </>
  );
}

function Now({ agent }: { agent: Agent }) {
  const state = stateOf(agent);
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>Now</Title>
        <Pill tone={state.tone} dot>
          {state.text}
        </Pill>
      </Group>
      <Numbers agent={agent} />
      <Held agent={agent} />
      <Stack gap="xs" mt="xs">
        {agent.work.length === 0 && (
          <Text size="sm" c="dimmed">
            Nothing in hand.
          </Text>
        )}
        {agent.work.map((work) => {
          const page = place(work.correlationId);
          return (
            <Group key={work.task} justify="space-between" gap="xs">
              <Text size="sm">{words(work.kind)}</Text>
              <Text size="xs" c="dimmed">
                {page && (
                  <>
                    <Anchor component={Link} to={page} size="xs">
                      its incident
                    </Anchor>
                    {', '}
                  </>
                )}
                <When at={work.since} />
              </Text>
            </Group>
          );
        })}
      </Stack>
      <Text size="xs" c="dimmed" mt="md">
        Last sign of life <When at={agent.seen} />. Counts begin with its process.
      </Text>
    </Card>
  );
}

/** Who stopped it, and why. */
function Held({ agent }: { agent: Agent }) {
  const switches = useQuery(switchesQuery);
  const engaged = switches.data?.filter(
    (one) => one.engaged && (one.agent === `agent:${agent.name}` || one.agent === 'agent:*'),
  );
  return engaged?.map((one) => (
    <Text key={one.agent} size="sm">
      {one.by} stopped {one.agent === 'agent:*' ? 'every agent' : 'it'} <When at={one.since} />
      {one.reason && `: ${one.reason}`}
    </Text>
  ));
}
