import { Button, Group, Modal, MultiSelect, SegmentedControl, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '@/api/session';
import { ErrorState } from '@/parts/States';
import { ROLES } from './people';
import { type ClientWish, lines, type MadeClient, useMakeClient } from './programs';

type Role = NonNullable<ClientWish['roles']>[number];

/** Makes a service, which acts in its own name, or an app, in which people sign in. */
export function ClientDialog({ onMade, onClose }: { onMade: (made: MadeClient) => void; onClose: () => void }) {
  const [kind, setKind] = useState<'service' | 'app'>('service');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [scopes, setScopes] = useState<string[]>([]);
  const [redirects, setRedirects] = useState('');
  const operations = useMe().permissions.filter((each) => each !== '*');
  const make = useMakeClient();
  const service = kind === 'service';
  const wish = { name: name.trim(), scopes, roles: service ? roles : [], redirects: service ? [] : lines(redirects) };
  const whole = wish.name !== '' && (service ? roles.length > 0 : wish.redirects.length > 0);
  return (
    <Modal opened onClose={onClose} title="Let a program in" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(wish, { onSuccess: (made) => (onClose(), onMade(made)) });
        }}
      >
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label="What it is"
            value={kind}
            onChange={(value) => setKind(value as 'service' | 'app')}
            data={[
              { value: 'service', label: 'A service' },
              { value: 'app', label: 'An app' },
            ]}
          />
          <Text size="sm" c="dimmed">
            {service
              ? 'It gets tokens of a quarter of an hour for its id and secret (OAuth 2 client credentials).'
              : 'It acts in the name of whoever signed in, with no more than their roles (OpenID Connect, code and PKCE). It has no secret.'}
          </Text>
          <TextInput label="Name" description="In the ledger beside what it does" required maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus autoComplete="off" />
          {service ? (
            <MultiSelect label="Roles" required={roles.length === 0} data={ROLES.map(([value, label]) => ({ value, label }))} value={roles} onChange={(value) => setRoles(value as Role[])} />
          ) : (
            <Textarea label="Redirect addresses" description="One a line, https or this machine" required autosize minRows={2} placeholder="https://dashboard.example/done" value={redirects} onChange={(event) => setRedirects(event.currentTarget.value)} />
          )}
          <TagsInput label="Only these operations" description="Such as incident.read, or a noun such as incident; none for all that the roles may" data={operations} value={scopes} onChange={setScopes} />
          {make.error && <ErrorState error={make.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={make.isPending} disabled={!whole}>
              Let it in
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
