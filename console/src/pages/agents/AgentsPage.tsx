import { Alert, Button, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { EmptyState, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { Trail } from '../system/Trail';
import { AgentCard } from './AgentCard';
import classes from './AgentCard.module.css';
import { agentsQuery, EVERY_AGENT, type Switch, switchesQuery } from './api';
import { Decision } from './Decision';
import { Levels } from './Levels';
import { SwitchDialog } from './SwitchDialog';

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
      <Stack gap="lg">
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
        <div className={classes.below}>
          {may('audit.read') && (
            <Panel title="What the gate decided">
              <Trail wish={{ kind: 'PlanDecided' }} limit={6} detail={Decision} empty="Every plan that an agent makes appears here, with the reasons for each of its actions." />
            </Panel>
          )}
          <Levels />
        </div>
      </Stack>
      <SwitchDialog agent="all" stop={!all} opened={dialog} onClose={() => setDialog(false)} />
    </Page>
  );
}

function Stopped({ by }: { by: Switch }) {
  return (
    <Alert color="red" icon={<IconHandStop aria-hidden />} title="Every agent is stopped">
      {whoAlone(by.by)} stopped them <When at={by.since} />
      {by.reason && <>: {by.reason}</>}. Nothing new begins until the stop is lifted; what waits stays in its queue.
    </Alert>
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
