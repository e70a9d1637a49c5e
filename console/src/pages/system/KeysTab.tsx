import { Button, Card, Code, Grid, Group, Stack, Table, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { done } from '@/app/queries';
import { type Answer, get, post } from '@/api/client';
import { useMay } from '@/api/session';
import { Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { Confirm } from './Confirm';

type Keys = Answer<'/api/v1/keys'>;

const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => get('/api/v1/keys', { signal }),
  refetchInterval: ({ state }) => (state.data?.reencryption.state === 'running' ? 2_000 : 30_000),
});

interface Deed {
  act: () => Promise<unknown>;
  title: string;
  text: string;
  action: string;
  told: string;
}

const deeds: Record<'rotate' | 'master' | 'reencrypt', Deed> = {
  rotate: {
    act: () => post('/api/v1/keys/rotate'),
    title: 'Begin a new data key?',
    text: 'Everything that is written from then on is encrypted under it. Older keys stay to read what they wrote.',
    action: 'New data key',
    told: 'A new data key encrypts from now on',
  },
  master: {
    act: () => post('/api/v1/keys/master/rotate'),
    title: 'Begin a new master key?',
    text: 'It wraps the data keys from then on. Nothing is encrypted anew for that.',
    action: 'New master key',
    told: 'A new master key wraps the data keys',
  },
  reencrypt: {
    act: () => post('/api/v1/keys/reencrypt'),
    title: 'Encrypt everything anew?',
    text: 'Goes on in the background, under the newest data key. Afterwards older keys can be retired.',
    action: 'Encrypt anew',
    told: 'It goes on in the background',
  },
};

export function KeysTab() {
  const keys = useQuery(keysQuery);
  return (
    <Loaded query={keys}>
      {(found) => (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <DataKeys keys={found} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Around keys={found} />
          </Grid.Col>
        </Grid>
      )}
    </Loaded>
  );
}

function DataKeys({ keys }: { keys: Keys }) {
  const newest = keys.data.at(-1)?.id;
  return (
    <Card>
      <Group justify="space-between" mb="sm">
        <Title order={2}>Data keys</Title>
        <Act deed={deeds.rotate} />
      </Group>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Key</Table.Th>
            <Table.Th>Made</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.data.toReversed().map(({ id, created, superseded }) => (
            <Table.Tr key={id}>
              <Table.Td ff="monospace">{id}</Table.Td>
              <Table.Td>
                <When at={created} />
              </Table.Td>
              <Table.Td ta="end">
                {id === newest && !superseded ? <Pill tone="good">Encrypts</Pill> : <Act quiet deed={retire(id)} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function retire(id: string): Deed {
  return {
    act: () => post('/api/v1/keys/{id}/retire', { params: { path: { id } } }),
    title: `Retire the key ${id}?`,
    text: 'It is deleted. That is refused while anything is still encrypted under it.',
    action: 'Retire',
    told: `${id} is retired`,
  };
}

function Around({ keys }: { keys: Keys }) {
  const { state, begun, ended } = keys.reencryption;
  return (
    <Stack gap="lg">
      <Card>
        <Group justify="space-between" mb="sm">
          <Title order={2}>Master key</Title>
          <Act deed={deeds.master} />
        </Group>
        <Text size="sm">
          <Code>{keys.master}</Code> wraps the data keys.
        </Text>
      </Card>
      <Card>
        <Group justify="space-between" mb="sm">
          <Title order={2}>What is kept</Title>
          <Act deed={deeds.reencrypt} />
        </Group>
        <Stack gap="xs">
          <Text size="sm">Nothing is left in clear text in</Text>
          <Group gap={6}>
            {keys.clearTextRefused.map((store) => (
              <Pill key={store} tone="good">
                {store}
              </Pill>
            ))}
          </Group>
          <Text size="xs" c="dimmed">
            Encrypting anew: {state}
            {begun && (
              <>
                , begun <When at={begun} />
              </>
            )}
            {ended && (
              <>
                , ended <When at={ended} />
              </>
            )}
          </Text>
        </Stack>
      </Card>
    </Stack>
  );
}

function Act({ deed, quiet }: { deed: Deed; quiet?: boolean }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const may = useMay();
  const act = useMutation({
    mutationFn: deed.act,
    onSuccess: () => done(deed.told),
    onSettled: () => {
      setAsked(false);
      return client.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  if (!may('key.manage')) {
    return null;
  }
  return (
    <>
      <Button size="xs" variant={quiet ? 'subtle' : 'default'} onClick={() => setAsked(true)}>
        {deed.action}
      </Button>
      {asked && (
        <Confirm
          title={deed.title}
          text={deed.text}
          action={deed.action}
          busy={act.isPending}
          onYes={() => act.mutate()}
          onNo={() => setAsked(false)}
        />
      )}
    </>
  );
}
