import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { visible } from '@/parts/visible';
import { Call } from '../approvals/Call';
import { kindName } from '../approvals/plan';
import { StatePill, UndoLine } from './ActionState';
import { Settle } from './Settle';
import type { ActionResult, Proposed } from './types';
import { shortName } from './entityGraph';
import classes from './incident.module.css';

/** An action that was tried, where it stands, and what can be done about it. */
export function Tried({ action, incident, undo }: { action: ActionResult; incident: string; undo: () => void }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const reversible = action.state === 'DONE' && action.inverse !== undefined && action.effect !== undefined;
  return (
    <li>
      <div className={classes.done}>
        <What kind={action.action.kind} target={action.action.target.id} />
        <StatePill state={action.state} outcome={action.outcome} />
        <Group gap={6} justify="flex-end" wrap="nowrap">
          {action.state === 'UNCERTAIN' && action.effect && may('effect.settle') && (
            <Settle {...unsettled(action, action.effect)} incident={incident} />
          )}
          {reversible && may('effect.undo') && (
            <Button size="compact-xs" variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={undo}>
              Undo
            </Button>
          )}
          <More open={open} toggle={() => setOpen(!open)} />
        </Group>
      </div>
      {action.undo && <UndoLine undo={action.undo} />}
      {open && (
        <Details
          text={action.detail}
          calls={action.calls}
          policies={action.policies}
          inverse={action.inverse?.kind}
        />
      )}
    </li>
  );
}

/** What nobody knows of: the action, or what was to take it back. */
function unsettled(action: ActionResult, effect: string): { action: ActionResult; effect: string } {
  return action.undo?.stage === 'UNCERTAIN' && action.undo.effect && action.inverse
    ? { action: { ...action, action: action.inverse }, effect: action.undo.effect }
    : { action, effect };
}

/** An action of the plan that was not tried. */
export function ToCome({ of }: { of: Proposed }) {
  const [open, setOpen] = useState(false);
  const { dryRun, blastRadius } = of.planned;
  return (
    <li>
      <div className={classes.done}>
        <What kind={dryRun.action.kind} target={dryRun.action.target.id} />
        <StatePill state={of.state} />
        <Group justify="flex-end">
          <More open={open} toggle={() => setOpen(!open)} />
        </Group>
      </div>
      {open && (
        <Details
          text={`${dryRun.summary} Touches ${blastRadius.basis}. ${of.decision?.explanation ?? ''}`}
          calls={dryRun.calls}
          policies={of.decision?.policies ?? []}
          inverse={dryRun.inverse?.kind}
        />
      )}
    </li>
  );
}

function What({ kind, target }: { kind: string; target: string }) {
  return (
    <div className={classes.doneWhat}>
      <Text size="sm" fw={560}>
        {kindName(kind)}
      </Text>
      <span className={classes.mono}>{shortName(target)}</span>
    </div>
  );
}

function More({ open, toggle }: { open: boolean; toggle: () => void }) {
  return (
    <Button size="compact-xs" variant="subtle" color="gray" onClick={toggle} aria-expanded={open}>
      {open ? 'Less' : 'Details'}
    </Button>
  );
}

function Details({ text, calls, policies, inverse }: { text: string; calls: string[]; policies: string[]; inverse?: string }) {
  return (
    <Stack gap={6} pb="xs">
      <Text size="sm">{visible(text)}</Text>
      {calls.map((call) => (
        <Call key={call} call={call} />
      ))}
      <Group gap={4}>
        {policies.length > 0 && (
          <Text size="xs" c="dimmed">
            decided by
          </Text>
        )}
        {policies.map((policy) => (
          <Code key={policy}>{policy}</Code>
        ))}
        <Text size="xs" c="dimmed">
          {inverse ? `taken back by ${inverse}` : 'nothing takes it back'}
        </Text>
      </Group>
    </Stack>
  );
}
