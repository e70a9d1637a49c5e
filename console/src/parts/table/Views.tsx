import { ActionIcon, Button, Group, Menu, Text, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSavedViews } from './views';

/** Filters and order under a name, to come back to. */
export function Views({ table }: { table: string }) {
  const { views, save, remove } = useSavedViews(table);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const here = views.find((view) => view.search === search);

  return (
    <Menu shadow="md" width={264} position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconBookmark size={15} />}>
          {here?.name ?? 'Views'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 && (
          <Text size="xs" c="dimmed" px="sm" py={6}>
            Set filters and order, then keep them here under a name.
          </Text>
        )}
        {views.map((view) => (
          <Group key={view.name} gap={4} wrap="nowrap">
            <Menu.Item onClick={() => void navigate(pathname + view.search)} fw={view === here ? 600 : undefined}>
              {view.name}
            </Menu.Item>
            <ActionIcon size="sm" aria-label={`Remove the view ${view.name}`} onClick={() => remove(view.name)}>
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Menu.Divider />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save({ name: name.trim(), search });
            setName('');
          }}
        >
          <Group gap={6} p={6} wrap="nowrap">
            <TextInput
              size="xs"
              flex={1}
              placeholder="Name of this view"
              aria-label="Name of this view"
              value={name}
              maxLength={40}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => event.stopPropagation()}
            />
            <Button type="submit" size="xs" disabled={!name.trim()}>
              Keep
            </Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
