import { Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { done } from '@/app/queries';
import { ErrorState } from '@/parts/States';
import { KINDS, type NewSecret, useChangeWebhook, useSubscribe, type Webhook } from './webhooks';

/** Subscribes a system, or changes where its messages go and what they tell. */
export function WebhookDialog({ webhook, onMade, onClose }: {
  webhook?: Webhook;
  onMade?: (made: NewSecret) => void;
  onClose: () => void;
}) {
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [kinds, setKinds] = useState(webhook?.kinds ?? []);
  const [description, setDescription] = useState(webhook?.description ?? '');
  const subscribe = useSubscribe();
  const change = useChangeWebhook();
  const act = () => {
    const wish = { url: url.trim(), kinds, description: description.trim() };
    if (webhook) {
      change.mutate({ ...wish, id: webhook.id, paused: webhook.paused !== undefined }, { onSuccess: () => (done('The webhook is changed'), onClose()) });
    } else {
      subscribe.mutate(wish, { onSuccess: (made) => (onClose(), onMade?.(made)) });
    }
  };
  const error = subscribe.error ?? change.error;
  return (
    <Modal opened onClose={onClose} title={webhook ? 'Change the webhook' : 'A new webhook'} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <Stack>
          <TextInput label="Address" description="https, on the internet or in a network that acso.webhooks.networks lists" type="url" required placeholder="https://hooks.example/acso" value={url} onChange={(event) => setUrl(event.currentTarget.value)} data-autofocus />
          <TagsInput label="Told of" description="None for everything that happens" data={KINDS} value={kinds} onChange={setKinds} clearable maxDropdownHeight={220} />
          <TextInput label="What it is for" maxLength={500} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
          {error && <ErrorState error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={subscribe.isPending || change.isPending} disabled={!url.trim()}>
              {webhook ? 'Change' : 'Subscribe'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
