import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Json } from '@/parts/Json';
import { Panel } from '@/parts/Panel';
import { ErrorState } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { type Tried, tryRule } from './rules';

const SHOWN = 5;

/** Shows the lake's latest events to a rule and tells which it finds; nothing comes of it. */
export function TryRule({ wish, disabled = false }: { wish: { rule: string } | { yaml: string }; disabled?: boolean }) {
  const trial = useMutation({ mutationFn: () => tryRule(wish), meta: { quiet: true } });
  return (
    <Panel
      title="Try it"
      note="on the latest 500 events"
      actions={
        <Button size="xs" variant="default" leftSection={<IconFlask size={14} aria-hidden />} loading={trial.isPending} disabled={disabled} onClick={() => trial.mutate()}>
          Try
        </Button>
      }
    >
      <div role="status">
        {trial.error && <ErrorState error={trial.error} />}
        {trial.data ? (
          <Found of={trial.data} />
        ) : (
          !trial.error && (
            <Text size="sm" c="dimmed">
              Tells how many of them it would find. Nothing comes of it.
            </Text>
          )
        )}
      </div>
    </Panel>
  );
}

function Found({ of: { trial, records } }: { of: Tried }) {
  const events = [...new Set(trial.found.map(({ event }) => event))];
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Pill tone={events.length === 0 ? 'neutral' : 'accent'}>
          {events.length} of {trial.events} events
        </Pill>
        {trial.failures.map((failure) => (
          <Pill key={failure} tone="critical">
            {failure}
          </Pill>
        ))}
      </Group>
      {events.slice(0, SHOWN).map((event) => (
        <div key={event}>
          <Text size="xs" c="dimmed">
            {trial.found
              .filter((one) => one.event === event)
              .flatMap(({ matched }) => matched.map(({ field, value }) => `${field} = ${value}`))
              .join(', ')}
          </Text>
          <Json label={`Event ${event + 1}`} value={records[event]} height={180} />
        </div>
      ))}
      {events.length > SHOWN && (
        <Text size="xs" c="dimmed">
          and {events.length - SHOWN} more
        </Text>
      )}
    </Stack>
  );
}
