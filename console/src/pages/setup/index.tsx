import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Problem } from '@/api/problem';
import { Door } from '@/identity/Door';
import { Enrol } from '@/identity/Enrol';
import { invitation, type Invitation, setUp } from '@/identity/identity';
import { ProblemNote } from '@/identity/ProblemNote';
import { useEnter } from '@/identity/useEnter';
import { useTry } from '@/identity/useTry';
import { ErrorState, Lines, Loaded } from '@/parts/States';

/** Where a one-time link leads: the first account, or that of somebody who was invited. */
export default function Setup() {
  // Behind the hash, so that it stands in no log; taken once, and out of the address.
  const [token] = useState(takeToken);
  const [enrolling, setEnrolling] = useState(false);
  const enter = useEnter();
  const link = useQuery({ queryKey: ['invitation', token], queryFn: () => invitation(token), retry: false, staleTime: Infinity });
  if (enrolling) {
    return (
      <Door title="Add a second factor" lead="Step 2 of 2">
        <Enrol onDone={enter} />
      </Door>
    );
  }
  return (
    <Door title="Set up your account" lead="Step 1 of 2">
      {token === '' || gone(link.error) ? (
        <Gone />
      ) : (
        <Loaded query={link} skeleton={<Lines count={5} height={34} />}>
          {(found) => (
            <Form token={token} link={found} onNext={(next) => (next === 'done' ? enter() : setEnrolling(true))} />
          )}
        </Loaded>
      )}
    </Door>
  );
}

function takeToken(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
  if (token) {
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return token;
}

function gone(error: unknown): boolean {
  return error instanceof Problem && error.status === 410;
}

function Gone() {
  return (
    <Stack>
      <ErrorState error={new Error('This link was used before, has expired or is not whole. An administrator can invite you anew.')} />
      <Button component={Link} to="/sign-in" variant="default">
        To the sign-in
      </Button>
    </Stack>
  );
}

function Form({ token, link, onNext }: { token: string; link: Invitation; onNext: (next: string) => void }) {
  const [username, setUsername] = useState(link.username ?? '');
  const [displayName, setDisplayName] = useState(link.displayName ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { busy, problem, attempt } = useTry();
  const differs = again !== '' && again !== password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const next = await attempt(() => setUp({ token, username: username.trim(), displayName: displayName.trim(), password }));
    if (next) {
      onNext(next);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Text size="sm">
          {link.first ? 'You are the first here and become the administrator.' : `Welcome, ${link.displayName ?? link.username}.`}
        </Text>
        <ProblemNote problem={problem} />
        <TextInput label="User name" required readOnly={!link.first} autoFocus={link.first} autoComplete="username" value={username} onChange={(event) => setUsername(event.currentTarget.value)} />
        {link.first && (
          <TextInput label="Your name" required autoComplete="name" value={displayName} onChange={(event) => setDisplayName(event.currentTarget.value)} />
        )}
        <PasswordInput label="Password" description="At least 12 characters; a sentence is easy to remember." required minLength={12} autoComplete="new-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <PasswordInput label="Password again" required autoComplete="new-password" error={differs && 'These differ'} value={again} onChange={(event) => setAgain(event.currentTarget.value)} />
        <Button type="submit" mt={4} loading={busy} disabled={!again || differs}>
          Go on
        </Button>
      </Stack>
    </form>
  );
}
