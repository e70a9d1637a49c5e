import { Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '@/api/client';
import { Panel } from '@/parts/Panel';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { capital } from '@/parts/words';
import { groups, type Setting } from './settings';
import classes from './Settings.module.css';


const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => get('/api/v1/settings', { signal }),
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
  return groups(found).map(([group, settings]) => (
    <Panel key={group} title={group} note={`${settings.length} ${settings.length === 1 ? 'setting' : 'settings'}`} flush>
      <ul className={classes.settings}>
        {settings.map((setting) => (
          <li key={setting.name} className={classes.setting}>
            <Text span size="xs" ff="monospace" className={classes.name}>
              {setting.name}
            </Text>
            <Value of={setting} />
            <Text span size="sm" c="dimmed">
              {capital(setting.meaning)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  ));
}

function Value({ of: { value, standard, secret } }: { of: Setting }) {
  if (value === undefined) {
    return (
      <Text span size="sm" c="dimmed" className={classes.value}>
        {standard ?? '–'}
      </Text>
    );
  }
  return secret ? (
    <span>
      <Pill tone="neutral">Set, not shown</Pill>
    </span>
  ) : (
    <Text span size="sm" fw={560} className={classes.value} title={standard === undefined ? undefined : `by default ${standard}`}>
      {value}
    </Text>
  );
}
