import { Button, Checkbox, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { done } from '@/app/queries';
import { Code } from '@/parts/Code';
import { ErrorState } from '@/parts/States';
import { type Invited, type Person, ROLES, useChangePerson, useInvite } from './people';

/** Invites somebody, or changes what somebody is called and may do. */
export function PersonDialog({ person, onInvited, onClose }: {
  person: Person | undefined;
  onInvited: (invited: Invited) => void;
  onClose: () => void;
}) {
  const [username, setUsername] = useState(person?.username ?? '');
  const [displayName, setDisplayName] = useState(person?.displayName ?? '');
  const [roles, setRoles] = useState<Person['roles']>(person?.roles ?? ['viewer']);
  const [disabled, setDisabled] = useState(person?.disabled ?? false);
  const invite = useInvite();
  const change = useChangePerson();
  const act = () =>
    person
      ? change.mutate(
          { username, displayName, roles, disabled },
          { onSuccess: () => (done(`${displayName} is changed`), onClose()) },
        )
      : invite.mutate({ username, displayName, roles }, { onSuccess: (invited) => (onClose(), onInvited(invited)) });
  const error = invite.error ?? change.error;
  return (
    <Modal opened onClose={onClose} title={person ? person.displayName : 'Invite somebody'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <Stack>
          {!person && (
            <TextInput
              label="User name"
              description="In the ledger for good; it cannot be changed later"
              required
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          <TextInput label="Name" required value={displayName} onChange={(event) => setDisplayName(event.currentTarget.value)} autoComplete="off" />
          <Checkbox.Group label="Roles" description="They add up" value={roles} onChange={setRoles}>
            <Stack gap={8} mt={8}>
              {ROLES.map(([value, label, meaning]) => (
                <Checkbox key={value} value={value} label={label} description={meaning} />
              ))}
            </Stack>
          </Checkbox.Group>
          {person && (
            <Switch
              label="Disabled"
              description="Signed out at once, and let in no more"
              color="red"
              checked={disabled}
              onChange={(event) => setDisabled(event.currentTarget.checked)}
            />
          )}
          {error && <ErrorState error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={invite.isPending || change.isPending} disabled={roles.length === 0}>
              {person ? 'Change' : 'Invite'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The link by which somebody chooses their password: shown once. */
export function InvitationDialog({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={`An invitation for ${invited.person.displayName}`} size="lg">
      <Stack>
        <Text size="sm">
          Pass this link on by a way that only they can read. Whoever opens it first chooses the password. It is not shown
          again.
        </Text>
        <Code label="The link" text={new URL(invited.link, window.location.origin).href} />
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
