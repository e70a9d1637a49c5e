import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onStepUp } from '@/api/send';
import { meQuery } from '@/api/session';
import { CodeField } from '@/identity/CodeField';
import { factorsQuery, passkeysWork, provePasskey, stepUp } from '@/identity/identity';
import { ProblemNote } from '@/identity/ProblemNote';
import { useTry } from '@/identity/useTry';
import { Loaded } from '@/parts/States';

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
    <Modal opened={settle !== undefined} onClose={() => end(false)} title="Confirm that it is you" size={400} zIndex={400}>
      {settle && <Ways proved={() => end(true)} />}
    </Modal>
  );
}

function Ways({ proved }: { proved: () => void }) {
  const queries = useQueryClient();
  const factors = useQuery(factorsQuery);
  const { busy, problem, attempt } = useTry();
  const prove = (way: () => Promise<unknown>) =>
    attempt(async () => {
      await way();
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      proved();
    });
  return (
    <Loaded query={factors}>
      {({ totp, passkeys }) => (
        <Stack>
          <Text size="sm">What you are about to do needs a proof that is not older than five minutes.</Text>
          <ProblemNote problem={problem} />
          {passkeys.length > 0 && passkeysWork() && (
            <Button loading={busy} leftSection={<IconFingerprint size={18} />} onClick={() => void prove(provePasskey)}>
              Use a passkey
            </Button>
          )}
          {totp && <CodeField busy={busy} label="Code of your authenticator app" onCode={(code) => prove(() => stepUp(code))} />}
          {!totp && passkeys.length === 0 && (
            <Text size="sm">You have no second factor yet: add a passkey or an authenticator app to your account first.</Text>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
