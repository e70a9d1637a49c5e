import { Group, Paper, Stack, Switch, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '@/api/client';
import type { Schemas } from '@/api/read';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';

type Setting = Schemas['EffectiveSetting'];

const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => get<Setting[]>('/api/v1/settings', undefined, signal),
});

export function SettingsTab() {
  const [text, setText] = useState('');
  const [set, setSet] = useState(false);
  const settings = useQuery(settingsQuery);
  const fits = ({ name, meaning, value }: Setting) =>
    (!set || value !== undefined) && `${name} ${meaning}`.toLowerCase().includes(text.trim().toLowerCase());
  return (
    <Stack>
      <Group>
        <TextInput
          aria-label="Search the settings"
          placeholder="Search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          w={{ base: '100%', xs: 300 }}
        />
        <Switch label="Only what was set" checked={set} onChange={(event) => setSet(event.currentTarget.checked)} />
      </Group>
      <Loaded query={settings} skeleton={<Lines count={12} />}>
        {(all) => <Settings found={all.filter(fits)} />}
      </Loaded>
      <Text size="xs" c="dimmed">
        Settings are given in application.yml, as environment variables or on the command line, and hold from the next
        start.
      </Text>
    </Stack>
  );
}

function Settings({ found }: { found: Setting[] }) {
  if (found.length === 0) {
    return <EmptyState icon={IconSearch} title="No setting fits" />;
  }
  return (
    <Paper>
      <Table.ScrollContainer minWidth={680}>
        <Table verticalSpacing={8} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="34%">Setting</Table.Th>
              <Table.Th w="24%">Value</Table.Th>
              <Table.Th>Meaning</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((setting) => (
              <Table.Tr key={setting.name}>
                <Table.Td ff="monospace" fz="xs" style={{ overflowWrap: 'anywhere' }}>
                  {setting.name}
                </Table.Td>
                <Table.Td fz="sm" style={{ overflowWrap: 'anywhere' }}>
                  <Value of={setting} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {setting.meaning}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Value({ of: { value, standard, secret } }: { of: Setting }) {
  if (value === undefined) {
    return (
      <Text span size="sm" c="dimmed">
        {standard ?? '–'}
      </Text>
    );
  }
  return secret ? (
    <Pill tone="neutral">Set, not shown</Pill>
  ) : (
    <Text span size="sm" fw={560} title={standard === undefined ? undefined : `by default ${standard}`}>
      {value}
    </Text>
  );
}
