import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { PageActions } from '@/parts/Page';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { Once } from './Once';
import { WebhookDialog } from './WebhookDialog';
import { words } from './trail';
import { type NewSecret, type Webhook, webhooksQuery } from './webhooks';

/** Who is told what happens here. */
export function WebhooksTab() {
  const query = useQuery(webhooksQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewSecret>();
  const manage = useMay()('webhook.manage');
  const subscribe = manage && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      New webhook
    </Button>
  );
  return (
    <Stack gap="sm">
      {query.data?.length !== 0 && <PageActions>{subscribe}</PageActions>}
      <DataTable<Webhook>
        name="Webhooks"
        rows={query.data}
        id={(webhook) => webhook.id}
        text={(webhook) => `${webhook.url} ${webhook.description} ${webhook.kinds.join(' ')}`}
        to={(webhook) => `/system/webhooks/${encodeURIComponent(webhook.id)}`}
        error={query.error}
        retry={() => void query.refetch()}
        empty={
          <EmptyState icon={IconWebhook} title="Nobody is told" text="A webhook sends a small signed message whenever something happens: an incident opens, an approval waits, a report is written.">
            {subscribe}
          </EmptyState>
        }
        card={(webhook) => (
          <Stack gap={4}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={560} truncate miw={0}>
                {webhook.url}
              </Text>
              <State of={webhook} />
            </Group>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {told(webhook)}
            </Text>
          </Stack>
        )}
        columns={[
          { key: 'url', title: 'Address', width: 'minmax(240px, 3fr)', cell: (webhook) => <Text span size="sm" fw={560} title={webhook.url}>{webhook.url}</Text>, sort: (webhook) => webhook.url },
          { key: 'kinds', title: 'Told of', width: 'minmax(180px, 2fr)', cell: (webhook) => <span title={told(webhook)}>{told(webhook)}</span> },
          { key: 'for', title: 'For', width: 'minmax(120px, 2fr)', cell: (webhook) => webhook.description },
          { key: 'state', title: 'State', width: '100px', cell: (webhook) => <State of={webhook} />, facet: (webhook) => (webhook.paused ? 'paused' : 'active') },
          { key: 'created', title: 'Since', width: '110px', cell: (webhook) => <When at={webhook.created} />, sort: (webhook) => webhook.created },
        ]}
      />
      {making && <WebhookDialog onMade={setMade} onClose={() => setMaking(false)} />}
      {made && <SigningSecret of={made} onClose={() => setMade(undefined)} />}
    </Stack>
  );
}

export function SigningSecret({ of, onClose }: { of: NewSecret; onClose: () => void }) {
  return (
    <Once
      title="The secret that signs"
      text="Give it to the receiver, which verifies every message with it, as Standard Webhooks says."
      shown={[['Secret', of.secret]]}
      onClose={onClose}
    />
  );
}

export function State({ of }: { of: Webhook }) {
  return of.paused ? <Pill tone="medium">Paused</Pill> : <Pill tone="good">Active</Pill>;
}

export function told({ kinds }: Webhook): string {
  return kinds.length === 0 ? 'Everything' : kinds.map(words).join(', ');
}
