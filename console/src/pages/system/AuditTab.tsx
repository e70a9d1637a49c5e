import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { LedgerCard } from './LedgerCard';
import { Trail } from './Trail';
import type { TrailWish } from './trail';

const FILTERS = [
  ['who', 'Who', 'person:alice'],
  ['kind', 'What', 'ApprovalGranted'],
  ['about', 'About', 'inc-…'],
] as const;

/** The whole ledger, the newest first; the filters are in the address. */
export function AuditTab() {
  const [params, setParams] = useSearchParams();
  const wish: TrailWish = {};
  for (const [name] of FILTERS) {
    wish[name] = params.get(name) ?? undefined;
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
          <Filter key={name} label={label} hint={hint} value={params.get(name) ?? ''} onSet={(value) => set(name, value)} />
        ))}
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

/** Asked for when the typing rests. */
function Filter({ label, hint, value, onSet }: {
  label: string;
  hint: string;
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
    <TextInput
      label={label}
      placeholder={hint}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      w={{ base: '100%', xs: 210 }}
    />
  );
}
