import { Alert, Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconHandStop, IconPlayerPlay, IconRobotOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { Trail } from '../system/Trail';
import { place, words } from '../system/trail';
import { Numbers } from './AgentCard';
import { type Agent, agentsQuery, agentTitle, EVERY_AGENT, switchesQuery, type Work } from './api';
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
          <Loaded query={agents} skeleton={<Lines count={6} height={20} />}>{() => agent && <Now agent={agent} />}</Loaded>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            {may('audit.read') && (
              <Panel title="Decisions" note="Each opens to its reasons">
                <Trail
                  wish={{ who: `agent:${name}` }}
                  limit={10}
                  detail={Decision}
                  empty="What it decides and does appears here, with the reasons."
                />
              </Panel>
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
    <Panel title="Now" actions={<Pill tone={state.tone} dot>{state.text}</Pill>}>
      <Held agent={agent} />
      <Numbers agent={agent} />
      <Text size="xs" c="dimmed" fw={560} mt="xs">
        In hand
      </Text>
      {agent.work.length === 0 ? (
        <Text size="sm" mt={4}>
          Nothing. {agent.waiting > 0 ? 'What waits is taken next.' : 'It waits for a task.'}
        </Text>
      ) : (
        <Stack component="ul" gap={8} m={0} p={0} mt={6} aria-label="Tasks in hand">
          {agent.work.map((work) => (
            <Task key={work.task} of={work} />
          ))}
        </Stack>
      )}
      <Text size="xs" c="dimmed" mt="md">
        Last sign of life <When at={agent.seen} />. Counts begin with its process.
      </Text>
    </Panel>
  );
}

function Task({ of }: { of: Work }) {
  const page = place(of.correlationId);
  return (
    <Group component="li" justify="space-between" gap="xs">
      {page ? (
        <Anchor component={Link} to={page} size="sm">
          {words(of.kind)}
        </Anchor>
      ) : (
        <Text size="sm">{words(of.kind)}</Text>
      )}
      <Text size="xs" c="dimmed">
        since <When at={of.since} />
      </Text>
    </Group>
  );
}

/** Who stopped it, and why. */
function Held({ agent }: { agent: Agent }) {
  const switches = useQuery(switchesQuery);
  const engaged = switches.data?.filter(
    (one) => one.engaged && (one.agent === `agent:${agent.name}` || one.agent === EVERY_AGENT),
  );
  return engaged?.map((one) => (
    <Alert key={one.agent} color="red" p="xs" mb="xs">
      {whoAlone(one.by)} stopped {one.agent === EVERY_AGENT ? 'every agent' : 'it'} <When at={one.since} />
      {one.reason && `: ${one.reason}`}
    </Alert>
  ));
}
