import { Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { writing } from '@/parts/writing';
import { areas } from './areas';

const everywhere: [string, string][] = [
  ['Ctrl K', 'Search and commands'],
  ['/', 'Search and commands'],
  ['?', 'These keys'],
  ['Esc', 'Close what is open'],
];
const tables: [string, string][] = [
  ['j  k', 'Next and previous row or approval'],
  ['Enter', 'Open the row'],
  ['x', 'Select the row'],
  ['Shift x', 'Select up to the row'],
  ['Esc', 'Select nothing'],
  ['f', 'To the filter'],
];

/** Single keys that work wherever nobody is writing, and the help that lists them. */
export function Shortcuts({ opened, open, close }: { opened: boolean; open: () => void; close: () => void }) {
  const navigate = useNavigate();
  const going = useRef(0);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) {
        return;
      }
      const area = areas.find((each) => each.key === event.key);
      if (area && event.timeStamp - going.current < 1_200) {
        event.preventDefault();
        going.current = 0;
        void navigate(`/${area.path}`);
      } else if (event.key === 'g') {
        going.current = event.timeStamp;
      } else if (event.key === '?') {
        open();
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [navigate, open]);

  return (
    <Modal opened={opened} onClose={close} title="Keys" size="lg">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
        <Keys title="Go to" keys={areas.map((area) => [`g ${area.key}`, area.title])} />
        <Stack gap="lg">
          <Keys title="Everywhere" keys={everywhere} />
          <Keys title="In a table" keys={tables} />
        </Stack>
      </SimpleGrid>
    </Modal>
  );
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <Stack gap={6}>
      <Title order={3}>{title}</Title>
      {keys.map(([key, does]) => (
        <Group key={key} justify="space-between">
          <Text size="sm">{does}</Text>
          <span>
            {key.split(/ +/).map((each, index) => (
              <kbd key={index}>{each}</kbd>
            ))}
          </span>
        </Group>
      ))}
    </Stack>
  );
}
