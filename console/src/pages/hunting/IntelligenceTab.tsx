import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconDatabaseOff, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { get, type Schemas } from '@/api/client';
import { Figure } from '@/parts/Figure';
import { Panel } from '@/parts/Panel';
import { EmptyState, ErrorState, Lines, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { confidenceTone, kindTitle } from './indicators';
import classes from './IntelligenceTab.module.css';

type LookedUp = Schemas['LookedUp'];

const MOST_AT_ONCE = 50;

const countsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: ({ signal }) => get('/api/v1/indicators', { signal }),
});

/** What is known to be bad, and whether what somebody has at hand is among it. */
export function IntelligenceTab() {
  const counts = useQuery(countsQuery);
  return (
    <Stack gap="lg">
      <Loaded query={counts} skeleton={<Lines count={3} />}>
        {(found) =>
          found.indicators === 0 ? (
            <Card>
              <EmptyState
                icon={IconDatabaseOff}
                title="There are no indicators yet"
                text="Put STIX bundles, MISP events, CSV or plain lists into the content directory, below indicators; they are taken up within seconds, without a restart."
              />
            </Card>
          ) : (
            <>
              <div className={classes.figures}>
                <Figure name="Indicators" value={found.indicators.toLocaleString('en')} note={found.feeds.join(', ')} />
                {Object.entries(found.byType)
                  .filter(([, count]) => count > 0)
                  .map(([type, count]) => (
                    <Figure key={type} name={kindTitle(type)} value={count.toLocaleString('en')} />
                  ))}
              </div>
              <Lookup />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

function Lookup() {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('value') ?? '');
  const look = useMutation({
    mutationFn: (values: string[]) => Promise.all(values.map((value) => get('/api/v1/indicators/lookup', { params: { query: { value } } }))),
    meta: { quiet: true },
  });
  useEffect(() => {
    const linked = params.get('value');
    if (linked) {
      look.mutate([linked]);
    }
    // Once: a link that is opened shows its answer.
  }, []);
  const values = [...new Set(text.split(/[\n,;]+/).map((value) => value.trim()).filter(Boolean))].slice(0, MOST_AT_ONCE);
  return (
    <>
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setParams(values.length === 1 && values[0] ? { value: values[0] } : {}, { replace: true });
            look.mutate(values);
          }}
        >
          <Stack gap="sm">
            <Textarea
              label="Addresses, networks, domains, hashes, URLs"
              description={`One a line, ${MOST_AT_ONCE} at the most`}
              classNames={{ input: classes.mono }}
              autosize
              minRows={3}
              maxRows={12}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />} disabled={values.length === 0} loading={look.isPending}>
                Look up
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
      {look.error && <ErrorState error={look.error} />}
      {look.data && <Answers of={look.data} />}
    </>
  );
}

function Answers({ of }: { of: LookedUp[] }) {
  const bad = of.filter(({ matches }) => matches.length > 0);
  return (
    <Panel title="What is known" note={`known to be bad: ${bad.length} of ${of.length}`} flush>
      {bad.length === 0 ? (
        <EmptyState icon={IconShieldCheck} title="None is among the indicators" text="That says that no feed named it, not that it is good." />
      ) : (
        <ul className={classes.known}>
          {bad.flatMap(({ value, matches }) => matches.map((seen) => <Match key={value + seen.id} value={value} of={seen} />))}
        </ul>
      )}
    </Panel>
  );
}

function Match({ value, of }: { value: string; of: LookedUp['matches'][number] }) {
  return (
    <li className={classes.match}>
      <div>
        <Text size="sm" ff="monospace" fw={560} className={classes.value}>
          {value}
        </Text>
        <Text size="xs" c="dimmed" className={classes.value}>
          {kindTitle(of.type)} {of.value !== value && <span className={classes.mono}>{of.value}</span>}
        </Text>
      </div>
      <Text size="sm" component="div">
        {of.source}
        <Text size="xs" c="dimmed">
          {of.validUntil ? (
            <>
              valid until <When at={of.validUntil} />
            </>
          ) : (
            'valid without end'
          )}
        </Text>
      </Text>
      <Group gap={4}>
        <Pill tone={confidenceTone(of.confidence)}>{of.confidence === undefined ? 'Confidence unknown' : `Confidence ${of.confidence}`}</Pill>
        {of.labels.map((label) => (
          <Pill key={label} tone="neutral">
            {label}
          </Pill>
        ))}
      </Group>
    </li>
  );
}
