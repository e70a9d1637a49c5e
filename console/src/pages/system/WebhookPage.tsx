import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '@/api/session';
import { done, failed } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { Facts } from '@/parts/Facts';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { capital } from '@/parts/words';
import { plainly } from '../incidents/names';
import { Deliveries } from './Deliveries';
import { WebhookDialog } from './WebhookDialog';
import { type NewSecret, useChangeWebhook, useDelete, usePing, useRekey, type Webhook, webhookQuery } from './webhooks';
import { SigningSecret, State, told } from './WebhooksTab';

/** One webhook: what it is told, and what became of each message. */
export function WebhookPage() {
  const { id = '' } = useParams();
  const query = useQuery(webhookQuery(id));
  const manage = useMay()('webhook.manage');
  const host = query.data && new URL(query.data.url).host;
  return (
    <Page
      title={host ?? 'Webhook'}
      heading={query.data && <Group gap="sm">{host}<State of={query.data} /></Group>}
      above={[['System', '/system'], ['Webhooks', '/system/webhooks']]}
      lead={query.data?.description}
      actions={query.data && manage && <Deeds of={query.data} />}
    >
      <Loaded query={query} skeleton={<Lines count={10} />}>
        {(webhook) => (
          <Stack gap="lg">
            {webhook.paused && (
              <Alert color="yellow" title="Nothing is sent">
                {capital(plainly(webhook.paused))}. What happens meanwhile is not sent later.
              </Alert>
            )}
            <Panel title="About">
              <Facts
                facts={[
                  ['Address', webhook.url],
                  ['Told of', told(webhook)],
                  ['Set up by', whoAlone(webhook.by)],
                  ['Since', <When key="since" at={webhook.created} />],
                ]}
              />
            </Panel>
            <Deliveries of={webhook} />
            {manage && <Ends of={webhook} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Deeds({ of }: { of: Webhook }) {
  const [edited, setEdited] = useState(false);
  const ping = usePing();
  const change = useChangeWebhook();
  const paused = of.paused !== undefined;
  return (
    <>
      <Button
        variant="default"
        leftSection={paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
        loading={change.isPending}
        onClick={() => change.mutate({ ...of, paused: !paused }, { onError: failed, onSuccess: () => done(paused ? 'It goes on' : 'It is paused') })}
      >
        {paused ? 'Resume' : 'Pause'}
      </Button>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEdited(true)}>
        Edit
      </Button>
      <Button disabled={paused} leftSection={<IconSend size={16} aria-hidden />} loading={ping.isPending} onClick={() => ping.mutate(of.id, { onSuccess: () => done('A ping is on its way') })}>
        Ping
      </Button>
      {edited && <WebhookDialog webhook={of} onClose={() => setEdited(false)} />}
    </>
  );
}

/** What cannot be taken back by the same button. */
function Ends({ of }: { of: Webhook }) {
  const [asked, setAsked] = useState<'rekey' | 'delete'>();
  const [made, setMade] = useState<NewSecret>();
  const rekey = useRekey();
  const remove = useDelete();
  const go = useNavigate();
  const close = () => setAsked(undefined);
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAsked('rekey')}>
        New secret
      </Button>
      <Button variant="light" color="red" onClick={() => setAsked('delete')}>
        Delete
      </Button>
      <Ask
        opened={asked === 'rekey'}
        title="A new secret?"
        text="The one before signs too for 24 hours, so that the receiver can change over."
        act="New secret"
        busy={rekey.isPending}
        onAct={() => rekey.mutate(of.id, { onSuccess: setMade, onSettled: close })}
        onClose={close}
      />
      <Ask
        opened={asked === 'delete'}
        title="Delete the webhook?"
        text="Nothing more is sent, and what was sent is no longer shown."
        act="Delete"
        danger
        busy={remove.isPending}
        onAct={() => remove.mutate(of.id, { onSuccess: () => (done('The webhook is deleted'), void go('/system/webhooks')), onSettled: close })}
        onClose={close}
      />
      {made && <SigningSecret of={made} onClose={() => setMade(undefined)} />}
    </Group>
  );
}
