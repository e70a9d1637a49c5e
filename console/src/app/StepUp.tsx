import { Alert, Button, Group, Modal, PinInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onStepUp, post } from '@/api/client';
import { Problem } from '@/api/problem';
import { meQuery } from '@/api/session';

type Settle = (proved: boolean) => void;

/** Comes up when the server wants a fresh second factor for what was just asked, and has the request repeated. */
export function StepUp() {
  const [settle, setSettle] = useState<Settle>();

  useEffect(() => {
    onStepUp(() => new Promise<boolean>((resolve) => setSettle(() => resolve)));
    return () => onStepUp(async () => false);
  }, []);

  const end = (proved: boolean) => {
    settle?.(proved);
    setSettle(undefined);
  };
  return (
    <Modal opened={settle !== undefined} onClose={() => end(false)} title="Confirm that it is you" zIndex={400}>
      {settle && <Factors proved={() => end(true)} />}
    </Modal>
  );
}

function Factors({ proved }: { proved: () => void }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);

  const prove = async (how: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await how();
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      proved();
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.unreachable(error));
      setCode('');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack>
      <Text size="sm">This needs a second factor that is not older than five minutes.</Text>
      {problem && <Alert color="red">{problem.detail}</Alert>}
      <Stack gap={6}>
        <Text size="sm" fw={560} id="step-up-code">
          Code of your authenticator app
        </Text>
        <PinInput
          length={6}
          type="number"
          oneTimeCode
          autoFocus
          value={code}
          onChange={setCode}
          disabled={busy}
          aria-labelledby="step-up-code"
          onComplete={(whole) => void prove(() => post('/identity/step-up', { code: whole }))}
        />
      </Stack>
      <Group justify="flex-end">
        <Button
          loading={busy}
          disabled={code.length < 6}
          onClick={() => void prove(() => post('/identity/step-up', { code }))}
        >
          Confirm
        </Button>
      </Group>
    </Stack>
  );
}
