import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { agentTitle, useSwitch } from './api';

/** Asks before an agent, or every one of them under the name `all`, is stopped or released. */
export function SwitchDialog({ agent, stop, opened, onClose }: {
  agent: string;
  stop: boolean;
  opened: boolean;
  onClose: () => void;
}) {
  const [why, setWhy] = useState('');
  const change = useSwitch();
  const whom = agent === 'all' ? 'every agent' : agentTitle(agent);
  const close = () => {
    setWhy('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={stop ? `Stop ${whom}?` : `Release ${whom}?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ agent, stop, why }, { onSuccess: close });
        }}
      >
        <Stack>
          <Text size="sm">
            {stop
              ? 'From the moment this is confirmed nothing new begins, whatever was approved before. What is already under way at the other side is not called back. Tasks wait until the stop is lifted.'
              : agent === 'all'
                ? 'Agents go on with what waits. Those that were stopped by name stay stopped.'
                : 'It goes on with what waits, unless every agent is stopped.'}
          </Text>
          <Textarea
            label="Why"
            description="Kept in the ledger with your name"
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" color={stop ? 'red' : undefined} loading={change.isPending}>
              {stop ? 'Stop' : 'Release'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
