import { Alert, Button, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CodeField } from '@/identity/CodeField';
import { Door } from '@/identity/Door';
import classes from '@/identity/Door.module.css';
import { Enrol } from '@/identity/Enrol';
import { enterCode, type IdentityState, type Next, passkeysWork, provePasskey, signIn, stateQuery } from '@/identity/identity';
import { ProblemNote } from '@/identity/ProblemNote';
import { justOut, listen } from '@/identity/tabs';
import { useEnter } from '@/identity/useEnter';
import { useTry } from '@/identity/useTry';
import { Lines, Loaded } from '@/parts/States';

type Stage = 'password' | Exclude<Next, 'done'>;

export default function SignIn() {
  const [stage, setStage] = useState<Stage>('password');
  const state = useQuery(stateQuery);
  const enter = useEnter();
  const go = (next: Next) => (next === 'done' ? enter() : setStage(next));
  useEffect(() => listen(({ kind }) => kind === 'in' && enter()));
  switch (stage) {
    case 'totp':
      return <SecondStep go={go} />;
    case 'enrol':
      return (
        <Door title="Add a second factor">
          <Enrol onDone={enter} />
        </Door>
      );
    default:
      return (
        <Door title="Sign in">
          <Loaded query={state} skeleton={<Lines count={4} height={34} />}>
            {(known) => <FirstStep state={known} go={go} />}
          </Loaded>
        </Door>
      );
  }
}

function FirstStep({ state, go }: { state: IdentityState; go: (next: Next) => void }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, attempt } = useTry();
  const prove = async (way: () => Promise<Next>) => {
    const next = await attempt(way);
    setPassword('');
    if (next) {
      go(next);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void prove(() => signIn(username.trim(), password));
  };
  return (
    <Stack>
      {state.setupNeeded && <NobodyYet />}
      <Ended />
      <ProblemNote problem={problem} />
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label="User name" autoComplete="username webauthn" autoFocus required value={username} onChange={(event) => setUsername(event.currentTarget.value)} />
          <PasswordInput label="Password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          <Button type="submit" mt={4} loading={busy}>
            Sign in
          </Button>
        </Stack>
      </form>
      {(passkeysWork() || state.issuer) && <div className={classes.or}>or</div>}
      {passkeysWork() && state.methods.includes('passkey') && (
        <Button variant="default" disabled={busy} leftSection={<IconFingerprint size={18} />} onClick={() => void prove(provePasskey)}>
          Sign in with a passkey
        </Button>
      )}
      {state.issuer && (
        <Button variant="default" component="a" href={state.issuer.href} leftSection={<IconLogin2 size={18} />}>
          Sign in with {state.issuer.name}
        </Button>
      )}
    </Stack>
  );
}

function SecondStep({ go }: { go: (next: Next) => void }) {
  const { busy, problem, attempt } = useTry();
  const prove = async (way: () => Promise<Next>) => {
    const next = await attempt(way);
    if (next) {
      go(next);
    }
  };
  return (
    <Door title="Second step" lead="Prove that it is you.">
      <Stack>
        <ProblemNote problem={problem} />
        <CodeField busy={busy} label="Code of your authenticator app" recovery onCode={(code) => prove(() => enterCode(code))} />
        {passkeysWork() && (
          <Button variant="default" disabled={busy} leftSection={<IconFingerprint size={18} />} onClick={() => void prove(provePasskey)}>
            Use a passkey
          </Button>
        )}
      </Stack>
    </Door>
  );
}

const ended: Record<string, string> = {
  idle: 'You were signed out because nobody was there for a while.',
  out: 'You signed out in another tab.',
};

/** Why somebody stands here who was in. */
function Ended() {
  const [parameters] = useSearchParams();
  const [why, setWhy] = useState(parameters.get('why') ?? (justOut() ? 'out' : ''));
  // The server may have sent this tab here before the other had its answer.
  useEffect(() => listen(({ kind }) => kind === 'out' && setWhy(kind)), []);
  const text = ended[why];
  return text && <Alert variant="light">{text}</Alert>;
}

function NobodyYet() {
  return (
    <Alert variant="light" title="Nobody has an account here yet">
      <Text size="sm">
        Open the link that <Code>acso up</Code> printed in the terminal; it makes the first account.
      </Text>
    </Alert>
  );
}
