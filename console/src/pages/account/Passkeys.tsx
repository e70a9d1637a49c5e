import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFingerprint, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { del } from '@/api/client';
import { done } from '@/app/queries';
import { thisDevice } from '@/identity/Enrol';
import { addPasskey, type Factors, factorsQuery, passkeysWork } from '@/identity/identity';
import { ProblemNote } from '@/identity/ProblemNote';
import { useTry } from '@/identity/useTry';
import { Ask } from '@/parts/Ask';
import { Panel } from '@/parts/Panel';
import { EmptyState, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { Entries, Entry } from './Entry';

export function Passkeys() {
  const factors = useQuery(factorsQuery);
  const [adding, { open, close }] = useDisclosure();
  return (
    <Panel
      title="Passkeys"
      actions={
        passkeysWork() && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={open}>
            Add
          </Button>
        )
      }
    >
      <Loaded query={factors}>{({ passkeys }) => <List passkeys={passkeys} />}</Loaded>
      <Modal opened={adding} onClose={close} title="Add a passkey">
        <Add onDone={close} />
      </Modal>
    </Panel>
  );
}

function List({ passkeys }: { passkeys: Factors['passkeys'] }) {
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<Factors['passkeys'][number]>();
  const remove = useMutation({
    mutationFn: (id: string) => del('/identity/passkeys/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      setLeaving(undefined);
      done('The passkey is removed');
      return queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
    },
  });
  if (passkeys.length === 0) {
    return <EmptyState icon={IconFingerprint} title="No passkey yet" text="The safest and quickest way to sign in: nothing to type, nothing to steal." />;
  }
  return (
    <>
      <Entries label="Your passkeys">
        {passkeys.map((passkey) => (
          <Entry
            key={passkey.id}
            title={passkey.label}
            note={
              <>
                Made <When at={passkey.created} />, used <When at={passkey.lastUsed} />
              </>
            }
          >
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => setLeaving(passkey)}>
              Remove
            </Button>
          </Entry>
        ))}
      </Entries>
      <Ask
        opened={leaving !== undefined}
        title="Remove the passkey"
        text={`'${leaving?.label}' no longer lets you in. Remove it from the device as well.`}
        act="Remove"
        danger
        busy={remove.isPending}
        onAct={() => leaving && remove.mutate(leaving.id)}
        onClose={() => setLeaving(undefined)}
      />
    </>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const [label, setLabel] = useState(thisDevice);
  const { busy, problem, attempt } = useTry();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await addPasskey(label.trim());
      done('The passkey is added');
      void queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
      onDone();
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">Your device or password manager will ask you to confirm.</Text>
        <ProblemNote problem={problem} />
        <TextInput label="Its name in this list" required maxLength={60} value={label} data-autofocus onChange={(event) => setLabel(event.currentTarget.value)} />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            Go on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
