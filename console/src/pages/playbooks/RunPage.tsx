import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { done } from '@/app/queries';
import { Problem } from '@/api/problem';
import { useMay } from '@/api/session';
import { Ask } from '@/parts/Ask';
import { Facts } from '@/parts/Facts';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { Status } from '@/parts/Tone';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import type { ExecutionDetail } from '../incidents/types';
import { incidentQuery } from '../incidents/queries';
import { idName, place } from '../system/trail';
import { type Control, control, executionQuery, over, type RunStatus } from './executions';
import classes from './playbooks.module.css';
import { RunPlan } from './RunPlan';

const FlowGraph = lazy(() => import('../incidents/FlowGraph'));

/** One run of a playbook, as far as it is. */
export function RunPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    ...executionQuery(id),
    // Just asked for, the supervisor may not have it yet.
    retry: (count, error) => error instanceof Problem && error.status === 404 && count < 8,
    retryDelay: 500,
  });
  const run = query.data?.execution;
  return (
    <Page
      title={run?.playbookName ?? 'Run'}
      heading={run && <Group gap="sm">{run.playbookName}<Status value={run.status} /></Group>}
      above={[['Playbooks', '/playbooks']]}
      lead={run?.why}
      actions={run && <Controls id={id} status={run.status} />}
    >
      <Loaded query={query} skeleton={<Lines count={12} />}>
        {(found) => (
          <Stack gap="lg">
            <About of={found} />
            <Panel title="Steps" flush>
              <Suspense fallback={<Lines count={8} />}>
                <div className={classes.flow}>
                  <FlowGraph run={found} />
                </div>
              </Suspense>
            </Panel>
            <RunPlan of={found} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function About({ of: { execution: run } }: { of: ExecutionDetail }) {
  const about = useQuery({ ...incidentQuery(run.subject), enabled: run.subject.startsWith('inc-') });
  const subject = place(run.subject);
  return (
    <Panel title="About">
      <Facts
        facts={[
          ['For', subject && run.subject !== run.id ? <Anchor component={Link} to={subject} size="sm">{about.data?.incident.title ?? idName(run.subject)}</Anchor> : undefined],
          ['Playbook', <Anchor key="playbook" component={Link} to={`/playbooks/${encodeURIComponent(run.playbookId)}`} size="sm">{run.playbookName}</Anchor>],
          ['Asked by', run.requestedBy && whoAlone(run.requestedBy)],
          ['Asked', <When key="requested" at={run.requested} />],
          ['Ended', run.ended ? <When at={run.ended} /> : undefined],
          ['Approval', run.approvalId ? <Anchor component={Link} to={`/approvals/${run.approvalId}`} size="sm">The question and its answer</Anchor> : undefined],
        ]}
      />
    </Panel>
  );
}

const controls: Record<Control, { act: string; text: string; when: (status: RunStatus) => boolean; danger?: boolean }> = {
  pause: { act: 'Pause', text: 'What is under way goes on to its end; nothing new begins.', when: (status) => status === 'RUNNING' || status === 'WAITING' },
  resume: { act: 'Resume', text: 'It goes on where it was.', when: (status) => status === 'PAUSED' },
  retry: { act: 'Try again', text: 'It goes on from the steps that failed.', when: (status) => status === 'FAILED' },
  cancel: { act: 'Cancel the run', text: 'Nothing new begins, and what it did is taken back where that is possible.', when: (status) => !over(status) && status !== 'COMPENSATING' && status !== 'UNCERTAIN', danger: true },
};

function Controls({ id, status }: { id: string; status: RunStatus }) {
  const [asked, setAsked] = useState<Control>();
  const client = useQueryClient();
  const may = useMay();
  const act = useMutation({
    mutationFn: ({ what, why }: { what: Control; why: string }) => control(id, what, why),
    onSuccess: (_answer, { what }) => done(`${controls[what].act}: it is passed on`),
    onSettled: () => {
      setAsked(undefined);
      return client.invalidateQueries({ queryKey: ['executions'] });
    },
  });
  if (!may('execution.control')) {
    return null;
  }
  return (
    <>
      {(Object.keys(controls) as Control[])
        .filter((what) => controls[what].when(status))
        .map((what) => (
          <Button key={what} variant={controls[what].danger ? 'light' : 'default'} color={controls[what].danger ? 'red' : undefined} onClick={() => setAsked(what)}>
            {controls[what].act}
          </Button>
        ))}
      {asked && (
        <Ask
          opened
          title={`${controls[asked].act}?`}
          text={controls[asked].text}
          act={controls[asked].act}
          danger={controls[asked].danger}
          reason={asked === 'pause' || asked === 'cancel' ? { label: 'Why' } : undefined}
          busy={act.isPending}
          onAct={(why) => act.mutate({ what: asked, why })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
