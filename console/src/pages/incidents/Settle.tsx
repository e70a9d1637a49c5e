import { Button } from '@mantine/core';
import { useState } from 'react';
import { done } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { kindName } from '../approvals/plan';
import { shortName } from './entityGraph';
import { useSettle } from './queries';
import type { ActionResult } from './types';

/** Nobody knows whether the action took: a person looks outside, and says so. */
export function Settle({ action, effect, incident }: { action: ActionResult; effect: string; incident: string }) {
  const command = useSettle(incident);
  const [happened, setHappened] = useState<boolean>();
  const what = `${kindName(action.action.kind)} on ${shortName(action.action.target.id)}`;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setHappened(true)}>
        It happened
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setHappened(false)}>
        It did not
      </Button>
      <Ask
        opened={happened !== undefined}
        title={happened ? 'It happened?' : 'It did not happen?'}
        text={`You have looked outside: ${what} ${happened ? 'took effect' : 'had no effect'}. The run goes on from what you say, and it stands in the ledger with your name.`}
        act={happened ? 'It happened' : 'It did not happen'}
        reason={{ label: 'What you saw', required: true }}
        busy={command.isPending}
        onAct={(why) =>
          command.mutate(
            { effect, happened: happened === true, why },
            {
              onSuccess: () => {
                done('Settled');
                setHappened(undefined);
              },
            },
          )
        }
        onClose={() => setHappened(undefined)}
      />
    </>
  );
}
