import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconKey, IconRobot, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { done } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Pill, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { type Client, clientsQuery, type MadeClient, useRemoveClient, useRenewSecret } from './programs';
import { Reach } from './Reach';

/** The programs that get tokens here. */
export function ClientTable({ onSecret }: { onSecret: (made: MadeClient) => void }) {
  const query = useInfiniteQuery(clientsQuery);
  const manage = useMay()('client.manage');
  return (
    <DataTable<Client>
      name="Services and apps"
      rows={query.data?.pages.flatMap((page) => page.items)}
      id={(client) => client.id}
      text={(client) => `${client.name} ${client.id} ${client.owner} ${client.redirects.join(' ')}`}
      error={query.error}
      retry={() => void query.refetch()}
      more={query.hasNextPage ? () => !query.isFetchingNextPage && void query.fetchNextPage() : undefined}
      empty={<EmptyState icon={IconRobot} title="No program was let in yet" text="A service gets short-lived tokens in its own name; in an app people sign in with their account here." />}
      card={(client) => (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={6} miw={0}>
            <Name of={client} />
            <Reach roles={client.roles} scopes={client.scopes} />
          </Stack>
          {manage && <Deeds of={client} onSecret={onSecret} />}
        </Group>
      )}
      columns={[
        { key: 'name', title: 'Program', width: 'minmax(200px, 2fr)', cell: (client) => <Name of={client} />, sort: (client) => client.name },
        { key: 'kind', title: 'Kind', width: '100px', cell: (client) => <Pill tone={client.kind === 'app' ? 'low' : 'neutral'}>{words(client.kind)}</Pill>, facet: (client) => client.kind, facetLabel: words },
        { key: 'reach', title: 'May', width: 'minmax(200px, 3fr)', cell: (client) => <Reach roles={client.roles} scopes={client.scopes} /> },
        { key: 'owner', title: 'Let in by', width: '140px', cell: (client) => whoAlone(client.owner), facet: (client) => client.owner, facetLabel: whoAlone },
        { key: 'created', title: 'Since', width: '110px', cell: (client) => <When at={client.created} />, sort: (client) => client.created },
        ...(manage ? [{ key: 'deeds', title: '', width: '44px', cell: (client: Client) => <Deeds of={client} onSecret={onSecret} /> }] : []),
      ]}
    />
  );
}

function Name({ of }: { of: Client }) {
  return (
    <div>
      <Text size="sm" fw={560} truncate>
        {of.name}
      </Text>
      <Text size="xs" c="dimmed" truncate title={of.redirects.join(', ') || of.id}>
        {of.redirects.join(', ') || of.id}
      </Text>
    </div>
  );
}

function Deeds({ of, onSecret }: { of: Client; onSecret: (made: MadeClient) => void }) {
  const [asked, setAsked] = useState<'renew' | 'remove'>();
  const renew = useRenewSecret();
  const remove = useRemoveClient();
  const close = () => setAsked(undefined);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`What to do with ${of.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {of.kind === 'service' && (
            <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setAsked('renew')}>
              New secret
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsked('remove')}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Ask
        opened={asked === 'renew'}
        title={`A new secret for ${of.name}?`}
        text="The one before is void at once: the program gets no token until it has the new one."
        act="New secret"
        danger
        busy={renew.isPending}
        onAct={() => renew.mutate(of.id, { onSuccess: onSecret, onSettled: close })}
        onClose={close}
      />
      <Ask
        opened={asked === 'remove'}
        title={`Remove ${of.name}?`}
        text="Its tokens are refused from now on, those of people who signed in to it too."
        act="Remove"
        danger
        busy={remove.isPending}
        onAct={() => remove.mutate(of.id, { onSuccess: () => done(`${of.name} is removed`), onSettled: close })}
        onClose={close}
      />
    </>
  );
}
