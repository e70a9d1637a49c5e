import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDots, IconDoorExit, IconHistory, IconMailForward, IconPencil, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { done } from '@/app/queries';
import { useMay } from '@/api/session';
import { Ask } from '@/parts/Ask';
import { PageActions } from '@/parts/Page';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { type Invited, peopleQuery, type Person, roleTitle, useInviteAgain, useSignOut } from './people';
import { InvitationDialog, PersonDialog } from './PersonDialog';
import { PersonSessions } from './PersonSessions';

/** Who has an account here, and what they may do. */
export function PeopleTab() {
  const query = useInfiniteQuery(peopleQuery);
  const [edited, setEdited] = useState<Person | 'new'>();
  const [invited, setInvited] = useState<Invited>();
  const may = useMay();
  const manage = may('person.manage');
  return (
    <Stack gap="sm">
      {manage && (
        <PageActions>
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            Invite somebody
          </Button>
        </PageActions>
      )}
      <DataTable<Person>
        name="People"
        rows={query.data?.pages.flatMap((page) => page.items)}
        id={(person) => person.username}
        text={(person) => `${person.username} ${person.displayName} ${person.roles.join(' ')}`}
        error={query.error}
        retry={() => void query.refetch()}
        more={query.hasNextPage ? () => !query.isFetchingNextPage && void query.fetchNextPage() : undefined}
        empty={<EmptyState icon={IconUsers} title="Nobody has an account yet" text="The machine's own owner needs none; everybody else is invited." />}
        card={(person) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Stack gap={6} miw={0}>
              <Name of={person} />
              <Roles of={person} />
            </Stack>
            {manage && <Deeds of={person} onEdit={() => setEdited(person)} onInvited={setInvited} />}
          </Group>
        )}
        columns={[
          { key: 'name', title: 'Person', width: 'minmax(220px, 2fr)', cell: (person) => <Name of={person} />, sort: (person) => person.displayName },
          { key: 'role', title: 'Roles', width: 'minmax(260px, 3fr)', cell: (person) => <Roles of={person} />, facet: (person) => person.roles, facetLabel: roleTitle },
          { key: 'state', title: 'State', width: '130px', cell: (person) => (person.disabled ? <Pill tone="critical">Disabled</Pill> : <Pill tone="good">Active</Pill>), facet: (person) => (person.disabled ? 'disabled' : 'active') },
          { key: 'created', title: 'Since', width: '120px', cell: (person) => <When at={person.created} />, sort: (person) => person.created },
          ...(manage
            ? [{ key: 'deeds', title: '', width: '44px', cell: (person: Person) => <Deeds of={person} onEdit={() => setEdited(person)} onInvited={setInvited} /> }]
            : []),
        ]}
      />
      {edited && (
        <PersonDialog
          person={edited === 'new' ? undefined : edited}
          onInvited={setInvited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {invited && <InvitationDialog invited={invited} onClose={() => setInvited(undefined)} />}
    </Stack>
  );
}

function Name({ of }: { of: Person }) {
  return (
    <Text size="sm" component="div" truncate>
      <b>{of.displayName}</b>{' '}
      <Text span size="xs" c="dimmed">
        {of.username}
        {of.issuer && `, by ${of.issuer}`}
      </Text>
    </Text>
  );
}

function Roles({ of }: { of: Person }) {
  return (
    <Group gap={4}>
      {of.roles.map((role) => (
        <Pill key={role} tone={role === 'administrator' ? 'accent' : 'neutral'}>
          {roleTitle(role)}
        </Pill>
      ))}
    </Group>
  );
}

function Deeds({ of, onEdit, onInvited }: { of: Person; onEdit: () => void; onInvited: (invited: Invited) => void }) {
  const [asked, setAsked] = useState<'invite' | 'sessions' | 'sign-out'>();
  const invite = useInviteAgain();
  const signOut = useSignOut();
  const close = () => setAsked(undefined);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`What to do with ${of.username}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
            Change
          </Menu.Item>
          {!of.issuer && (
            <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => setAsked('invite')}>
              Reset and invite anew
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDeviceDesktop size={16} aria-hidden />} onClick={() => setAsked('sessions')}>
            Sessions
          </Menu.Item>
          <Menu.Item component={Link} to={`/system/audit?who=${encodeURIComponent(`person:${of.username}`)}`} leftSection={<IconHistory size={16} aria-hidden />}>
            What they did
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconDoorExit size={16} aria-hidden />} onClick={() => setAsked('sign-out')}>
            Sign out everywhere
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'sessions' && <PersonSessions of={of} onClose={close} />}
      <Ask
        opened={asked === 'invite'}
        title={`Invite ${of.displayName} anew?`}
        text="Their password, codes and passkeys are void at once, and they are signed out. With the new link they choose others."
        act="Invite anew"
        danger
        busy={invite.isPending}
        onAct={() => invite.mutate(of.username, { onSuccess: onInvited, onSettled: close })}
        onClose={close}
      />
      <Ask
        opened={asked === 'sign-out'}
        title={`Sign ${of.displayName} out?`}
        text="Every session of theirs ends at once. They can sign in again."
        act="Sign out"
        busy={signOut.isPending}
        onAct={() => signOut.mutate(of.username, { onSuccess: () => done(`${of.displayName} is signed out`), onSettled: close })}
        onClose={close}
      />
    </>
  );
}
