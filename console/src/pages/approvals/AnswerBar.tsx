import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { useMay, useMe } from '@/api/session';
import { done } from '@/app/queries';
import { count } from '@/parts/words';
import classes from './approvals.module.css';
import { type Asked, useAnswer } from './queries';
import { effectOf } from './TakesBack';

/** Yes or no to exactly this plan; stays within reach of a thumb. */
export function AnswerBar({ asked }: { asked: Asked }) {
  const [choice, setChoice] = useState<boolean>();
  const hindrance = useHindrance(asked);
  return (
    <footer className={classes.bar}>
      {hindrance ? (
        <Text size="sm" c="dimmed">
          {hindrance}
        </Text>
      ) : (
        <div className={classes.answers}>
          <Button variant="default" size="md" leftSection={<IconX size={18} aria-hidden />} onClick={() => setChoice(false)}>
            Reject
          </Button>
          <Button size="md" leftSection={<IconCheck size={18} aria-hidden />} onClick={() => setChoice(true)}>
            Approve {count(asked.plan.actions.length, 'action')}
          </Button>
        </div>
      )}
      <Answering asked={asked} approve={choice} close={() => setChoice(undefined)} />
    </footer>
  );
}

/** Why this person cannot answer, where that is known beforehand. */
function useHindrance(asked: Asked): string | null {
  const me = useMe();
  const may = useMay();
  if (asked.requestedBy === me.principal || asked.involved.includes(me.principal)) {
    return 'You asked for this, so somebody else decides it.';
  }
  if (asked.votes.some((vote) => vote.by === me.principal)) {
    return 'You have answered; others are still asked.';
  }
  return may('approval.answer') ? null : 'Your roles let you read approvals, not answer them.';
}

function Answering({ asked, approve, close }: { asked: Asked; approve: boolean | undefined; close: () => void }) {
  const answer = useAnswer(asked);
  const [comment, setComment] = useState('');
  const small = useMediaQuery('(max-width: 36em)');
  const shut = () => {
    answer.reset();
    close();
  };
  const send = () =>
    answer.mutate(
      { approve: approve === true, comment },
      {
        onSuccess: () => {
          done(approve ? 'Approved' : 'Rejected', 'The supervisor goes on from your answer.');
          shut();
        },
      },
    );
  return (
    <Modal
      opened={approve !== undefined}
      onClose={shut}
      title={approve ? `Carry out ${count(asked.plan.actions.length, 'action')}?` : 'Reject this plan?'}
      fullScreen={small}
    >
      <Stack>
        <Text size="sm">
          {approve
            ? 'What was shown is what will be called, nothing else. Caps, freezes and the kill switch still hold.'
            : effectOf(asked.plan)
              ? 'Nothing of it is done, and what was done before stays as it is.'
              : 'Nothing of it is done. The incident then waits for a person.'}
        </Text>
        <Textarea
          label={approve ? 'Remark' : 'Why not'}
          description="Goes into the ledger with your name"
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
        />
        {answer.error && (
          <Alert color="red" title={answer.error instanceof Problem ? answer.error.title : 'That did not work'} role="alert">
            {answer.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={shut}>
            Back
          </Button>
          <Button color={approve ? undefined : 'red'} loading={answer.isPending} onClick={send}>
            {approve ? 'Approve' : 'Reject'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
