import { Autocomplete, Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { LedgerCard } from './LedgerCard';
import { Trail } from './Trail';
import { idName, type TrailWish, words } from './trail';

const FILTERS = [
  ['who', 'Who', 'Anybody'],
  ['kind', 'What', 'Anything'],
  ['about', 'About', 'The id of an incident'],
] as const;

/** What is looked for most; any other name of an entry can be written. */
const OFFERED: Record<string, string[]> = {
  who: ['agent:supervisor', 'agent:incident-response', 'agent:threat-hunter', 'agent:service-orchestration', 'person:owner'],
  kind: [
    'AccessDenied', 'SignedIn', 'SteppedUp', 'SignInRefused', 'SignInLocked', 'ApprovalRequested', 'ApprovalGranted', 'ApprovalRejected',
    'PlanDecided', 'EffectIntended', 'EffectCarriedOut', 'EffectFailed', 'EffectUndone', 'KillSwitchEngaged', 'KillSwitchReleased',
    'AutonomyLevelSet', 'PolicySetInForce', 'PersonCreated', 'PersonChanged', 'ApiKeyMade', 'CommandAccepted', 'IncidentOpened', 'IncidentResolved',
  ],
};

const HOURS = [['1', 'The last hour'], ['24', 'The last day'], ['168', 'The last week'], ['', 'All of it']].map(([value = '', label = '']) => ({ value, label }));

/** The whole ledger, the newest first; the filters are in the address. */
export function AuditTab() {
  const [params, setParams] = useSearchParams();
  const hours = params.get('hours') ?? '';
  // To the minute, so that the same question is not a new one with every drawing.
  const from = useMemo(() => (Number(hours) > 0 ? new Date(Math.floor(Date.now() / 60_000) * 60_000 - Number(hours) * 3_600_000).toISOString() : undefined), [hours]);
  const wish: TrailWish = { from };
  for (const [name] of FILTERS) {
    wish[name] = params.get(name) || undefined;
  }
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        if (value) {
          before.set(name, value);
        } else {
          before.delete(name);
        }
        return before;
      },
      { replace: true },
    );
  return (
    <Stack gap="lg">
      <LedgerCard />
      <Group align="flex-end" gap="sm">
        {FILTERS.map(([name, label, hint]) => (
          <Filter key={name} label={label} hint={hint} offered={OFFERED[name]} value={params.get(name) ?? ''} onSet={(value) => set(name, value)} />
        ))}
        <NativeSelect label="When" data={HOURS} value={hours} onChange={(event) => set('hours', event.currentTarget.value)} w={{ base: 'calc(50% - 6px)', xs: 150 }} />
        {params.size > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => setParams({}, { replace: true })}
          >
            Show all
          </Button>
        )}
      </Group>
      <Paper p="xs">
        <Trail wish={wish} />
      </Paper>
    </Stack>
  );
}

/** In people's words, with what is looked for. */
function Offer({ name }: { name: string }) {
  return (
    <div>
      <Text size="sm">{name.includes(':') ? idName(name) : words(name)}</Text>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
    </div>
  );
}

/** Asked for when the typing rests. */
function Filter({ label, hint, offered = [], value, onSet }: {
  label: string;
  hint: string;
  offered?: string[];
  value: string;
  onSet: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const wait = setTimeout(() => text.trim() !== value && onSet(text.trim()), 350);
    return () => clearTimeout(wait);
  });
  return (
    <Autocomplete
      label={label}
      placeholder={hint}
      data={offered}
      renderOption={({ option: { value: name } }) => <Offer name={name} />}
      maxDropdownHeight={260}
      value={text}
      onChange={setText}
      w={{ base: 'calc(50% - 6px)', xs: 210 }}
    />
  );
}
