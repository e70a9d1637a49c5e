import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { done } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { Status } from '@/parts/Tone';
import { Call } from '../approvals/Call';
import { kindName, steps } from '../approvals/plan';
import { PlanSteps } from '../approvals/PlanSteps';
import { useUndo } from './queries';
import { Settle } from './Settle';
import type { ActionResult, ExecutionDetail } from './types';
import { shortName } from './entityGraph';
import classes from './incident.module.css';

/** Each action with what came of it; before anything is done, the dry run of what is planned. */
export function ActionsDone({ run, incident }: { run: ExecutionDetail; incident: string }) {
  const [undo, setUndo] = useState<ActionResult>();
  return run.actions.length === 0 ? (
    <Planned run={run} />
  ) : (
    <>
      <ul className={classes.actions}>
        {run.actions.map((action) => (
          <Done key={action.effect ?? action.stepId + action.action.target.id} action={action} incident={incident} undo={() => setUndo(action)} />
        ))}
      </ul>
      {undo?.effect && <Undo action={undo} effect={undo.effect} incident={incident} close={() => setUndo(undefined)} />}
    </>
  );
}

function Done({ action, incident, undo }: { action: ActionResult; incident: string; undo: () => void }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const reversible = action.inverse !== undefined && action.effect !== undefined && action.outcome === 'CARRIED_OUT';
  return (
    <li>
      <div className={classes.done}>
        <div className={classes.doneWhat}>
          <Text size="sm" fw={560}>
            {kindName(action.action.kind)}
          </Text>
          <span className={classes.mono}>{shortName(action.action.target.id)}</span>
        </div>
        <Status value={action.outcome} />
        <Group gap={6} justify="flex-end" wrap="nowrap">
          {action.outcome === 'UNCERTAIN' && action.effect && may('effect.settle') && (
            <Settle action={action} effect={action.effect} incident={incident} />
          )}
          {reversible && may('effect.undo') && (
            <Button size="compact-xs" variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={undo}>
              Undo
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? 'Less' : 'Details'}
          </Button>
        </Group>
      </div>
      {open && <Details action={action} />}
    </li>
  );
}

function Details({ action }: { action: ActionResult }) {
  return (
    <Stack gap={6} pb="xs">
      <Text size="sm">{action.detail}</Text>
      {action.calls.map((call) => (
        <Call key={call} call={call} />
      ))}
      <Group gap={4}>
        <Text size="xs" c="dimmed">
          decided by
        </Text>
        {action.policies.map((policy) => (
          <Code key={policy}>{policy}</Code>
        ))}
        {action.inverse && (
          <Text size="xs" c="dimmed">
            · taken back by {action.inverse.kind}
          </Text>
        )}
      </Group>
    </Stack>
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

/** The inverse goes the way of any action: dry run, gate, and an approval where one is needed. */
function Undo({ action, effect, incident, close }: { action: ActionResult; effect: string; incident: string; close: () => void }) {
  const command = useUndo(incident);
  const asked = () => {
    done('Asked for', 'The inverse is dry-run and decided now. If somebody must approve it, it appears under Approvals.');
    close();
  };
  return (
    <Ask
      opened
      title="Take this back?"
      text={
        <>
          <b>{kindName(action.action.kind)}</b> on {shortName(action.action.target.id)} is taken back by{' '}
          <Code>{action.inverse?.kind}</Code>. It is dry-run first, decided by the policies, and somebody else approves it
          where that is needed.
        </>
      }
      act="Take it back"
      danger
      reason={{ label: 'Why' }}
      busy={command.isPending}
      onAct={(why) => command.mutate({ effect, why }, { onSuccess: asked })}
      onClose={close}
    />
  );
}
