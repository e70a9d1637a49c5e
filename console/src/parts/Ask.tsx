import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** Asks before something that matters, and why it is done where that is to be kept. */
export function Ask({ opened, title, text, act, danger = false, reason, busy, onAct, onClose }: {
  opened: boolean;
  title: string;
  text: ReactNode;
  /** The verb on the button. */
  act: string;
  danger?: boolean;
  /** The label of a field for the reason; it has to be filled in when `required`. */
  reason?: { label: string; required?: boolean };
  busy?: boolean;
  onAct: (reason: string) => void;
  onClose: () => void;
}) {
  const [why, setWhy] = useState('');
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAct(why.trim());
        }}
      >
        <Stack>
          <Text size="sm" component="div">
            {text}
          </Text>
          {reason && (
            <Textarea
              label={reason.label}
              required={reason.required}
              autosize
              minRows={2}
              maxLength={2000}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={reason?.required && !why.trim()}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
