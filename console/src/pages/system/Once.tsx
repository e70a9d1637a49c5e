import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Code } from '@/parts/Code';

/** Something that is shown this once: a secret, a link. */
export function Once({ title, text, shown, onClose }: {
  title: string;
  text: ReactNode;
  /** What it is, and it. */
  shown: [label: string, text: string][];
  onClose: () => void;
}) {
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
      <Stack>
        <Alert variant="light" title="It is not shown again">
          {text}
        </Alert>
        {shown.map(([label, value]) => (
          <div key={label}>
            <div>{label}</div>
            <Code label={label} text={value} />
          </div>
        ))}
        <Group justify="flex-end">
          <Button onClick={onClose}>I have copied it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
