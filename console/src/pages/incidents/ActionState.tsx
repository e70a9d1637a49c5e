import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Pill, Status, type Tone, words } from '@/parts/Tone';
import { visible } from '@/parts/visible';
import { When } from '@/parts/When';
import { who } from '@/parts/who';
import type { ActionResult, ActionState, UndoState } from './types';

const shown: Partial<Record<ActionState, [string, Tone]>> = {
  PROPOSED: ['Planned', 'neutral'],
  WAITING: ['Waits for approval', 'medium'],
  UNDOING: ['Being undone', 'accent'],
  UNDONE: ['Undone', 'neutral'],
  DROPPED: ['Not done', 'neutral'],
};

/** Where an action stands; of what is done or failed, how. */
export function StatePill({ state, outcome }: { state: ActionState; outcome?: ActionResult['outcome'] }) {
  const known = shown[state];
  if (known) {
    return <Pill tone={known[1]}>{known[0]}</Pill>;
  }
  return <Status value={outcome && outcome !== 'UNCERTAIN' ? outcome : state} />;
}

/** Who wanted it taken back, and what came of that. */
export function UndoLine({ undo }: { undo: UndoState }) {
  const by = sentence(who(undo.by));
  return (
    <Text size="xs" c="dimmed" component="div">
      {undo.stage === 'UNDONE' ? (
        <>
          {by} had it taken back {undo.ended && <When at={undo.ended} />}
        </>
      ) : (
        <>
          {by} wanted it taken back {undo.asked && <When at={undo.asked} />}: {stages[undo.stage] ?? words(undo.stage)}
        </>
      )}
      {undo.why && <>, because “{visible(undo.why)}”</>}
      {undo.approval && (
        <>
          {' · '}
          <Anchor component={Link} to={`/approvals/${undo.approval}`} inherit>
            Approval
          </Anchor>
        </>
      )}
      {undo.detail && undo.stage !== 'UNDONE' && <div>{visible(undo.detail)}</div>}
    </Text>
  );
}

const stages: Record<string, string> = {
  PREPARING: 'it is dry-run and decided',
  AWAITING_APPROVAL: 'somebody else is asked first',
  CARRYING_OUT: 'it is carried out',
  REFUSED: 'it was refused, and nothing happened',
  FAILED: 'that failed',
  UNCERTAIN: 'nobody knows whether it took',
};

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
