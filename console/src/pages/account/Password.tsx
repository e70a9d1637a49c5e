import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { done } from '@/app/queries';
import { changePassword } from '@/identity/identity';
import { ProblemNote } from '@/identity/ProblemNote';
import { useTry } from '@/identity/useTry';
import { useMe } from '@/api/session';
import { Panel } from '@/parts/Panel';

export function Password() {
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState('');
  const { busy, problem, attempt } = useTry();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await changePassword(current, chosen);
      setCurrent('');
      setChosen('');
      done('The password is changed', 'Every other session of yours was ended.');
    });
  };
  return (
    <Panel title="Password">
      <form onSubmit={submit}>
        <Stack gap="sm" maw={360}>
          <ProblemNote problem={problem} />
          <input type="text" autoComplete="username" value={me.username} readOnly hidden />
          <PasswordInput label="Current password" required autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} />
          <PasswordInput label="New password" description="At least 12 characters" required minLength={12} autoComplete="new-password" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)} />
          <Button type="submit" variant="default" w="fit-content" loading={busy}>
            Change
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
