import { Alert, Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Status } from '@/parts/Tone';
import { visible } from '@/parts/visible';
import { When } from '@/parts/When';
import { who } from '@/parts/who';
import { count } from '@/parts/words';
import { kindName } from '../approvals/plan';
import { ActionsDone } from './ActionsDone';
import { shortName } from './entityGraph';
import { executionQuery, type Read } from './queries';
import type { ExecutionDetail, ExecutionSummary } from './types';
import classes from './incident.module.css';

const FlowGraph = lazy(() => import('./FlowGraph'));

/** What is done about it: the playbook as it runs, and each action with what came of it. */
export function ResponseTab({ read }: { read: Read }) {
  return read.execution ? (
    <Run execution={read.execution} incident={read.incident.id} />
  ) : (
    <EmptyState
      icon={IconRoute}
      title="No response was chosen yet"
      text={
        read.response
          ? 'The Threat Hunter looks at what happened; when it is done, the supervisor chooses the playbook that fits.'
          : 'No playbook fits, or the findings have not settled yet.'
      }
    />
  );
}

function Run({ execution, incident }: { execution: ExecutionSummary; incident: string }) {
  const asked = useQuery(executionQuery(execution.id));
  return (
    <div className={classes.run}>
      <section className={classes.panel} aria-labelledby="run">
        <Group justify="space-between" mb="sm" wrap="nowrap" align="flex-start">
          <div>
            <Group gap="xs">
              <Title order={2} size="h3" id="run">
                {execution.playbookName}
              </Title>
              <Status value={execution.status} />
            </Group>
            <Text size="xs" c="dimmed">
              {execution.requestedBy && `asked for by ${who(execution.requestedBy)} `}
              <When at={execution.requested} />
              {execution.why && `; ${execution.why}`}
            </Text>
          </div>
          {execution.approvalId && (
            <Anchor component={Link} to={`/approvals/${execution.approvalId}`} size="sm">
              Approval
            </Anchor>
          )}
        </Group>
        <Loaded query={asked} skeleton={<Skeleton h={420} />}>
          {(run) => (
            <Suspense fallback={<Skeleton h={420} />}>
              <FlowGraph run={run} />
            </Suspense>
          )}
        </Loaded>
      </section>
      <Stack gap="md" miw={0}>
        <Loaded query={asked} skeleton={<Lines count={6} height={36} />}>
          {(run) => <Done run={run} incident={incident} />}
        </Loaded>
      </Stack>
    </div>
  );
}

function Done({ run, incident }: { run: ExecutionDetail; incident: string }) {
  return (
    <>
      {run.leftOut.length > 0 && (
        <Alert color="yellow" variant="light" title="What the plan does without">
          {run.leftOut.map((one) => (
            <Text size="sm" key={one.kind + one.target}>
              {kindName(one.kind)} on {shortName(one.target)}: {one.why}
            </Text>
          ))}
        </Alert>
      )}
      <section className={classes.panel} aria-label="Actions">
        {run.actions.length > 0 && (
          <Title order={2} size="h3" mb="sm">
            What was done
          </Title>
        )}
        <ActionsDone run={run} incident={incident} />
      </section>
      {run.unplanned.length > 0 && (
        <details className={classes.panel}>
          <summary>
            <Text span size="sm" c="dimmed">
              {count(run.unplanned.length, 'action')} of the playbook had nothing to do
            </Text>
          </summary>
          {run.unplanned.map((one) => (
            <Text size="sm" mt={6} key={one.stepId + one.kind + one.why}>
              {visible(one.name)}: {visible(one.why)}
            </Text>
          ))}
        </details>
      )}
    </>
  );
}
