import { Alert, Button, Group, Modal, MultiSelect, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { del, get, post, type Schemas } from '@/api/client';
import { useMay, useMe } from '@/api/session';
import { done } from '@/app/queries';
import { ProblemNote } from '@/identity/ProblemNote';
import { useTry } from '@/identity/useTry';
import { Ask } from '@/parts/Ask';
import { Code } from '@/parts/Code';
import { Panel } from '@/parts/Panel';
import { EmptyState, Loaded } from '@/parts/States';
import { words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { Entries, Entry } from './Entry';

type ApiKey = Schemas['ApiKeyBody'];

const keysQuery = ['api-keys'];
const days = ['7', '30', '90', '365'].map((value) => ({ value, label: `${value} days` }));

export function ApiKeys() {
  const [making, { open, close }] = useDisclosure();
  const keys = useQuery({
    queryKey: keysQuery,
    queryFn: ({ signal }) => get('/api/v1/api-keys', { params: { query: { limit: 200 } }, signal }),
  });
  const may = useMay();
  return (
    <Panel
      title="API keys"
      actions={
        may('api-key.manage') && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={open}>
            New key
          </Button>
        )
      }
    >
      <Loaded query={keys}>{({ items }) => <List keys={items} />}</Loaded>
      <Modal opened={making} onClose={close} title="New API key" size="lg">
        <Make onDone={close} />
      </Modal>
    </Panel>
  );
}

function List({ keys }: { keys: ApiKey[] }) {
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<ApiKey>();
  const revoke = useMutation({
    mutationFn: (id: string) => del('/api/v1/api-keys/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      setLeaving(undefined);
      done('The key is revoked');
      return queries.invalidateQueries({ queryKey: keysQuery });
    },
  });
  if (keys.length === 0) {
    return <EmptyState icon={IconKey} title="No key yet" text="A key lets a program call the API, for some time and with no more rights than you give it." />;
  }
  return (
    <>
      <Entries label="API keys">
        {keys.map((key) => (
          <Entry
            key={key.id}
            title={key.name}
            note={
              <>
                {key.roles.map(words).join(', ')} · {key.scopes.length === 0 ? 'every operation' : key.scopes.join(', ')} · expires{' '}
                <When at={key.expires} />
              </>
            }
          >
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => setLeaving(key)}>
              Revoke
            </Button>
          </Entry>
        ))}
      </Entries>
      <Ask
        opened={leaving !== undefined}
        title="Revoke the key"
        text={`Whatever uses '${leaving?.name}' is refused from now on.`}
        act="Revoke"
        danger
        busy={revoke.isPending}
        onAct={() => leaving && revoke.mutate(leaving.id)}
        onClose={() => setLeaving(undefined)}
      />
    </>
  );
}

function Make({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<ApiKey['roles']>([]);
  const [scopes, setScopes] = useState<string[]>([]);
  const [lasts, setLasts] = useState<string | null>('30');
  const [made, setMade] = useState<string>();
  const { busy, problem, attempt } = useTry();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const expires = new Date(Date.now() + Number(lasts) * 86_400_000).toISOString();
      const { key } = await post('/api/v1/api-keys', { body: { name: name.trim(), roles, scopes, expires } });
      setMade(key);
      void queries.invalidateQueries({ queryKey: keysQuery });
    });
  };
  if (made) {
    return (
      <Stack>
        <Alert variant="light" title="Copy it now">
          This is the only time that the key is shown.
        </Alert>
        <Code label="The new key" text={made} />
        <Group justify="flex-end">
          <Button onClick={onDone}>I have copied it</Button>
        </Group>
      </Stack>
    );
  }
  const operations = me.permissions.filter((each) => each !== '*');
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProblemNote problem={problem} />
        <TextInput label="Name" description="What uses it" required maxLength={60} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <MultiSelect label="Roles" required={roles.length === 0} data={me.roles.map((role) => ({ value: role, label: words(role) }))} value={roles} onChange={setRoles} />
        <TagsInput label="Only these operations" description="Such as incident.read, or a noun such as incident; none for all that the roles may" data={operations} value={scopes} onChange={setScopes} />
        <Select label="Expires after" data={days} value={lasts} allowDeselect={false} onChange={setLasts} />
        <Text size="xs" c="dimmed">
          A key never has more rights than its owner.
        </Text>
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={!name.trim() || roles.length === 0}>
            Make the key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
