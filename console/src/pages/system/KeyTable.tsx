import { Button, Group, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { done } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Pill } from '@/parts/Tone';
import { useNow, When } from '@/parts/When';
import { who, whoAlone } from '@/parts/who';
import { type ApiKey, apiKeysQuery, lapse, useRevokeKey } from './programs';
import { Reach } from './Reach';

/** The keys of everybody. */
export function KeyTable() {
  const query = useInfiniteQuery(apiKeysQuery);
  const manage = useMay()('api-key.manage');
  return (
    <DataTable<ApiKey>
      name="API keys"
      rows={query.data?.pages.flatMap((page) => page.items)}
      id={(key) => key.id}
      text={(key) => `${key.name} ${key.owner} ${key.roles.join(' ')}`}
      sort="expires"
      error={query.error}
      retry={() => void query.refetch()}
      more={query.hasNextPage ? () => !query.isFetchingNextPage && void query.fetchNextPage() : undefined}
      empty={
        <EmptyState icon={IconKey} title="No key is valid" text="Keys are made by whoever uses them, on their account page, with no more rights than theirs.">
          <Button component={Link} to="/account" variant="default" size="xs">
            Your account
          </Button>
        </EmptyState>
      }
      card={(key) => (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={6} miw={0}>
            <Text size="sm" fw={560}>
              {key.name}
            </Text>
            <Text size="xs" c="dimmed">
              {whoAlone(key.owner)}, expires <When at={key.expires} />
            </Text>
            <Reach roles={key.roles} scopes={key.scopes} />
          </Stack>
          {manage && <Revoke of={key} />}
        </Group>
      )}
      columns={[
        { key: 'name', title: 'Key', width: 'minmax(160px, 2fr)', cell: (key) => <Text span size="sm" fw={560}>{key.name}</Text>, sort: (key) => key.name },
        { key: 'owner', title: 'Of', width: '140px', cell: (key) => whoAlone(key.owner), facet: (key) => key.owner, facetLabel: whoAlone, sort: (key) => key.owner },
        { key: 'reach', title: 'May', width: 'minmax(180px, 3fr)', cell: (key) => <Reach roles={key.roles} scopes={key.scopes} /> },
        { key: 'expires', title: 'Expires', width: '130px', cell: (key) => <Expiry of={key} />, sort: (key) => key.expires },
        ...(manage ? [{ key: 'deeds', title: '', width: '90px', align: 'end' as const, cell: (key: ApiKey) => <Revoke of={key} /> }] : []),
      ]}
    />
  );
}

function Expiry({ of }: { of: ApiKey }) {
  const when = <When at={of.expires} />;
  return lapse(of.expires, useNow()) === 'later' ? when : <Pill tone="medium">{when}</Pill>;
}

function Revoke({ of }: { of: ApiKey }) {
  const [asked, setAsked] = useState(false);
  const revoke = useRevokeKey();
  const close = () => setAsked(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" aria-label={`Revoke ${of.name}`} onClick={() => setAsked(true)}>
        Revoke
      </Button>
      <Ask
        opened={asked}
        title={`Revoke ${of.name}?`}
        text={`Whatever uses this key of ${who(of.owner)} is refused from now on.`}
        act="Revoke"
        danger
        busy={revoke.isPending}
        onAct={() => revoke.mutate(of.id, { onSuccess: () => done(`${of.name} is revoked`), onSettled: close })}
        onClose={close}
      />
    </>
  );
}
