import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSavedViews } from './views';

/** Filters and order under a name, to come back to. */
export function Views({ table }: { table: string }) {
  const { views, save, remove } = useSavedViews(table);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [opened, { toggle, close }] = useDisclosure();
  const [name, setName] = useState('');
  const here = views.find((view) => view.search === search);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    save({ name: name.trim(), search });
    setName('');
  };

  return (
    <Popover opened={opened} onDismiss={close} shadow="md" width={272} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconBookmark size={15} />} onClick={toggle}>
          {here?.name ?? 'Views'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Stack gap={6}>
          {views.length === 0 && (
            <Text size="xs" c="dimmed">
              Set filters and order, then keep them here under a name.
            </Text>
          )}
          {views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap" justify="space-between">
              <Button
                size="xs"
                flex={1}
                justify="flex-start"
                color="gray"
                variant={view === here ? 'light' : 'subtle'}
                onClick={() => {
                  close();
                  void navigate(pathname + view.search);
                }}
              >
                {view.name}
              </Button>
              <ActionIcon size="sm" aria-label={`Remove the view ${view.name}`} onClick={() => remove(view.name)}>
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
          ))}
          <form onSubmit={keep}>
            <Group gap={6} wrap="nowrap">
              <TextInput
                size="xs"
                flex={1}
                placeholder="Name of this view"
                aria-label="Name of this view"
                value={name}
                maxLength={40}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" disabled={!name.trim()}>
                Keep
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
