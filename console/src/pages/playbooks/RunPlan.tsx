import { Code, Group, Text } from '@mantine/core';
import { Panel } from '@/parts/Panel';
import { EmptyState } from '@/parts/States';
import { Status } from '@/parts/Tone';
import { visible } from '@/parts/visible';
import { count } from '@/parts/words';
import { Call } from '../approvals/Call';
import { ActionsDone } from '../incidents/ActionsDone';
import type { ExecutionDetail } from '../incidents/types';
import classes from './playbooks.module.css';
import { Unplanned } from './Unplanned';

/** Where each action stands; of a dry run, each action up to its exact call, and what is missing for the others. */
export function RunPlan({ of }: { of: ExecutionDetail }) {
  return (
    <>
      {of.actions.length > 0 ? (
        <Panel title="Actions">
          <ActionsDone run={of} incident={of.execution.subject} />
        </Panel>
      ) : (
        <Planned of={of} />
      )}
      <Unplanned steps={of.unplanned} />
    </>
  );
}

function Planned({ of: { plan, decisions, leftOut, unplanned } }: { of: ExecutionDetail }) {
  if (!plan) {
    return (
      <Panel title="Plan">
        <EmptyState title="It is not planned yet" />
      </Panel>
    );
  }
  return (
    <Panel title="Plan" note={count(plan.actions.length, 'action')} flush={plan.actions.length > 0}>
      {plan.actions.length === 0 && plan.constraints.length === 0 && leftOut.length === 0 && (
        <EmptyState
          title="It would change nothing"
          text={
            unplanned.length > 0
              ? 'No action has something to act on with what was given. What each of them lacks is below.'
              : 'This playbook has no action that touches anything outside.'
          }
        />
      )}
      <ol className={classes.plan}>
        {plan.actions.map((action, index) => (
          <li key={action.stepId + JSON.stringify(action.dryRun.action)} className={classes.planned}>
            <div>
              <Status value={decisions[index]?.decision.verdict ?? ''} />
            </div>
            <div className={classes.act}>
              <Text size="sm">{visible(action.dryRun.summary)}</Text>
              {action.dryRun.calls.map((call) => (
                <Call key={call} call={call} />
              ))}
              <Text size="xs">{decisions[index] && visible(decisions[index].decision.explanation)}</Text>
              <Group gap={4}>
                {decisions[index]?.decision.policies.map((policy) => <Code key={policy}>{policy}</Code>)}
              </Group>
            </div>
            <div>
              <Text size="sm">Touches {action.blastRadius.basis}</Text>
              <Text size="xs" c="dimmed">
                {action.dryRun.inverse ? `Taken back by ${action.dryRun.inverse.kind}` : 'It cannot be taken back'}
              </Text>
            </div>
          </li>
        ))}
      </ol>
      {plan.constraints.map((bound) => (
        <Text key={JSON.stringify(bound)} size="sm" p="sm">
          {bound.kind}, when it is known what to act on: at most {count(bound.most, 'action')} on {visible(bound.target)} in{' '}
          {visible(bound.scope)}
        </Text>
      ))}
      {leftOut.map((one) => (
        <Text key={one.stepId + one.target} size="sm" p="sm">
          Left out: {one.kind} of {visible(one.target)}: {visible(one.why)}
        </Text>
      ))}
    </Panel>
  );
}
