import { Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconAlertTriangle, IconClock, IconKeyboard, IconLink, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { get } from '@/api/client';
import { useMay, useMe } from '@/api/session';
import { words } from '@/parts/Tone';
import { useZone, zones } from '@/parts/zone';
import { signOut } from './AccountMenu';
import { areas } from './areas';
import classes from './Palette.module.css';
import { done } from './queries';
import { usePlaces } from './usePlaces';

/** Everything that can be reached or done, by a few letters of its name; and incidents by what they say. */
export function Palette({ onKeys }: { onKeys: () => void }) {
  const [query, setQuery] = useState('');
  const groups = [useAreas(), usePlaces(query), useCommands(onKeys), useIncidents(query)].filter((group) => group.actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K', '/']}
      nothingFound="Nothing of that name"
      highlightQuery
      scrollable
      // Where it stands does not depend on how much is found.
      centered={false}
      yOffset="12vh"
      maxHeight={440}
      limit={24}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: 'Go to a page, an agent, a playbook, an incident…', 'aria-label': 'Go to, do, or find' }}
    />
  );
}

function useAreas(): SpotlightActionGroupData {
  const navigate = useNavigate();
  const may = useMay();
  return {
    group: 'Go to',
    actions: areas
      .filter((area) => !area.needs || area.needs.some(may))
      .map((area) => ({
        id: area.path,
        label: area.title,
        leftSection: <area.icon size={18} stroke={1.6} />,
        rightSection: <Key text={`g ${area.key}`} />,
        onClick: () => void navigate(`/${area.path}`),
      })),
  };
}

function useCommands(onKeys: () => void): SpotlightActionGroupData {
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const [zone, setZone] = useZone();
  const command = (label: string, Sign: typeof IconSun, onClick: () => void): SpotlightActionData => ({
    id: label,
    label,
    leftSection: <Sign size={18} stroke={1.6} />,
    onClick,
  });
  return {
    group: 'Do',
    actions: [
      command('Light colours', IconSun, () => setColorScheme('light')),
      command('Dark colours', IconMoon, () => setColorScheme('dark')),
      ...[...new Set([zones[0]?.value ?? 'UTC', 'UTC'])].filter((each) => each !== zone).map((each) => command(`Times in ${each.replaceAll('_', ' ')}`, IconClock, () => setZone(each))),
      command('Copy the address of this page', IconLink, () => void copyAddress()),
      command('Show all keys', IconKeyboard, onKeys),
      ...(me.session ? [command('Sign out', IconLogout, () => void signOut())] : []),
    ],
  };
}

async function copyAddress() {
  await navigator.clipboard.writeText(window.location.href);
  done('The address is copied');
}

function useIncidents(text: string): SpotlightActionGroupData {
  const navigate = useNavigate();
  const may = useMay();
  const [q] = useDebouncedValue(text.trim(), 200);
  const { data } = useQuery({
    queryKey: ['incidents', 'found', q],
    queryFn: ({ signal }) => get('/api/v1/incidents', { params: { query: { q, limit: 8 } }, signal }),
    enabled: q.length > 1 && may('incident.read'),
    placeholderData: keepPreviousData,
  });
  return {
    group: 'Incidents',
    actions: (q.length > 1 ? (data?.items ?? []) : []).map((incident) => ({
      id: incident.id,
      label: incident.title,
      description: `${words(incident.severity)} · ${words(incident.status)} · ${incident.id}`,
      // The server found it by more than its title; the palette's own filter must not lose it.
      keywords: [text],
      leftSection: <IconAlertTriangle size={18} stroke={1.6} />,
      onClick: () => void navigate(`/incidents/${encodeURIComponent(incident.id)}`),
    })),
  };
}

export function PaletteButton() {
  return (
    <UnstyledButton className={classes.button} onClick={spotlight.open}>
      <IconSearch size={16} stroke={1.8} aria-hidden />
      <Text component="span" size="sm" flex={1} truncate>
        Search or jump to…
      </Text>
      <Key text="Ctrl K" />
    </UnstyledButton>
  );
}

function Key({ text }: { text: string }) {
  return (
    <span className={classes.keys}>
      {text.split(' ').map((each, index) => (
        <kbd key={index}>{each}</kbd>
      ))}
    </span>
  );
}
