import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Asks once more before something that is hard to take back. */
export function Confirm({ title, text, action, danger, busy, onYes, onNo }: {
  title: string;
  text: ReactNode;
  /** The word on the button. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <Modal opened onClose={onNo} title={title}>
      <Stack>
        <Text size="sm" component="div">
          {text}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onNo} data-autofocus>
            Cancel
          </Button>
          <Button color={danger ? 'red' : undefined} loading={busy} onClick={onYes}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
