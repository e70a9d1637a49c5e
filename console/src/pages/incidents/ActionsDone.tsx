import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { steps } from '../approvals/plan';
import { PlanSteps } from '../approvals/PlanSteps';
import { ToCome, Tried } from './ActionRow';
import type { ActionResult, ExecutionDetail } from './types';
import { UndoDialog } from './UndoDialog';
import classes from './incident.module.css';

/** Every action and where it stands; before anything is done, the dry run of what is planned. */
export function ActionsDone({ run, incident }: { run: ExecutionDetail; incident: string }) {
  const [undo, setUndo] = useState<ActionResult>();
  const tried = run.actions.filter((action) => action.state !== 'REPEATED');
  return tried.length === 0 ? (
    <Planned run={run} />
  ) : (
    <>
      <ul className={classes.actions}>
        {tried.map((action) => (
          <Tried
            key={action.stepId + (action.effect ?? JSON.stringify(action.action))}
            action={action}
            incident={incident}
            undo={() => setUndo(action)}
          />
        ))}
      </ul>
      {run.proposed.length > 0 && (
        <>
          <Title order={3} size="h4" mt="md" mb={4}>
            {run.execution.ended ? 'Not done' : 'Still to come'}
          </Title>
          <ul className={classes.actions}>
            {run.proposed.map((one) => (
              <ToCome key={one.planned.stepId + JSON.stringify(one.planned.dryRun.action)} of={one} />
            ))}
          </ul>
        </>
      )}
      {undo?.effect && <UndoDialog action={undo} effect={undo.effect} incident={incident} close={() => setUndo(undefined)} />}
    </>
  );
}

function Planned({ run }: { run: ExecutionDetail }) {
  const { plan } = run;
  return !plan || plan.actions.length + plan.constraints.length === 0 ? (
    <Text size="sm" c="dimmed">
      {plan ? 'Nothing is planned that touches anything outside.' : 'The plan is being made: each action is dry-run first.'}
    </Text>
  ) : (
    <PlanSteps steps={steps(plan, run.decisions)} />
  );
}
