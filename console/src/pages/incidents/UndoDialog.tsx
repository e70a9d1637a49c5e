import { Alert, Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { done } from '@/app/queries';
import { ErrorState, Lines, Loaded } from '@/parts/States';
import { Status } from '@/parts/Tone';
import { visible } from '@/parts/visible';
import { Call } from '../approvals/Call';
import { kindName } from '../approvals/plan';
import { shortName } from './entityGraph';
import { undoQuery, useUndo } from './queries';
import type { ActionResult, UndoPlan } from './types';

/** The inverse goes the way of any action: looked at here, then decided, and approved by somebody else where that is needed. */
export function UndoDialog({ action, effect, incident, close }: {
  action: ActionResult;
  effect: string;
  incident: string;
  close: () => void;
}) {
  const look = useQuery(undoQuery(effect));
  const command = useUndo(incident);
  const [why, setWhy] = useState('');
  const possible = look.data && look.data.decision.verdict !== 'FORBID';
  const asked = () => {
    done('Asked for', 'Where the action stands is shown beside it.');
    close();
  };
  return (
    <Modal opened onClose={close} title="Take this back?" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate({ effect, why: why.trim() }, { onSuccess: asked });
        }}
      >
        <Stack>
          <Text size="sm">
            <b>{kindName(action.action.kind)}</b> on {shortName(action.action.target.id)}
          </Text>
          <Loaded query={look} skeleton={<Lines count={3} />}>
            {(found) => <Look at={found} />}
          </Loaded>
          {possible && (
            <Textarea
              label="Why"
              description="Whoever is asked to approve it reads this"
              autosize
              minRows={2}
              maxLength={2000}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              data-autofocus
            />
          )}
          {command.error && <ErrorState error={command.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {possible ? 'Cancel' : 'Close'}
            </Button>
            {possible && (
              <Button type="submit" color="red" loading={command.isPending}>
                Take it back
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The dry run of the inverse, and what the policies say of it now. */
function Look({ at: { planned, decision } }: { at: UndoPlan }) {
  return (
    <Stack gap={8}>
      {planned.dryRun.calls.map((call) => (
        <Call key={call} call={call} />
      ))}
      <Text size="xs" c="dimmed">
        {visible(planned.dryRun.summary)} Touches {planned.blastRadius.basis}.{' '}
        {planned.dryRun.inverse ? `To be done again by ${planned.dryRun.inverse.kind}.` : 'It cannot be done again by an undo.'}
      </Text>
      <Group gap={6}>
        <Status value={decision.verdict} />
        {decision.policies.map((policy) => (
          <Code key={policy}>{policy}</Code>
        ))}
      </Group>
      {decision.verdict === 'FORBID' ? (
        <Alert color="red" variant="light" title="The policies forbid it now">
          {visible(decision.explanation)}
        </Alert>
      ) : (
        <Text size="sm">
          {decision.verdict === 'NEEDS_APPROVAL'
            ? 'Somebody else than you approves it first, with a fresh proof of who they are where that is asked.'
            : 'The policies let it be done at once.'}
        </Text>
      )}
    </Stack>
  );
}
