import { Button, Stack, Text } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { addPasskey, passkeysWork } from './identity';
import { ProblemNote } from './ProblemNote';
import { TotpSetup } from './TotpSetup';
import { useTry } from './useTry';

/** The first second factor, before one is let in. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const [app, setApp] = useState(false);
  const { busy, problem, attempt } = useTry();
  if (app) {
    return <TotpSetup onDone={onDone} />;
  }
  const passkey = () =>
    attempt(async () => {
      await addPasskey(thisDevice());
      onDone();
    });
  return (
    <Stack>
      <Text size="sm">
        A password alone is not enough here: approving what the platform does needs a proof that nobody can steal from
        afar.
      </Text>
      <ProblemNote problem={problem} />
      {passkeysWork() && (
        <Button size="md" loading={busy} leftSection={<IconFingerprint size={20} />} onClick={() => void passkey()}>
          Make a passkey
        </Button>
      )}
      <Button
        size="md"
        variant={passkeysWork() ? 'default' : 'filled'}
        disabled={busy}
        leftSection={<IconDeviceMobile size={20} />}
        onClick={() => setApp(true)}
      >
        Use an authenticator app
      </Button>
    </Stack>
  );
}

/** A first name for a passkey, by which it is found again in the list. */
export function thisDevice(): string {
  const agent = navigator.userAgent;
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac', 'Linux'].find((name) => agent.includes(name));
  return system ? `${system} device` : 'Passkey';
}
