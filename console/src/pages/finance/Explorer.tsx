import { Anchor, Button, Group, SegmentedControl, Text, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { Panel } from '@/parts/Panel';
import { EmptyState } from '@/parts/States';
import { words } from '@/parts/Tone';
import { money } from '../incidents/money';
import { type Assessment, type Chosen, type Dimension, DIMENSIONS, nextDimension, type Share, shares } from './costs';
import classes from './Explorer.module.css';

/** Costs under one dimension; a value that is chosen opens into the next. All of it is in the address. */
export function Explorer({ of, titles }: { of: Assessment[]; titles: Record<string, string> }) {
  const [params, setParams] = useSearchParams();
  const chosen: Chosen = Object.fromEntries(DIMENSIONS.flatMap((each) => (params.has(each) ? [[each, params.get(each)]] : [])));
  const by = DIMENSIONS.find((each) => each === params.get('by')) ?? 'incident';
  const found = shares(of, by, chosen);
  const go = (dimension: Dimension, narrowed: Chosen) =>
    setParams([...Object.entries(narrowed).filter(([, value]) => value !== undefined), ['by', dimension]], { replace: true, preventScrollReset: true });
  const name = (dimension: Dimension, value: string) => (dimension === 'incident' ? (titles[value] ?? value) : value);
  const choose = (key: string) => {
    const narrowed = { ...chosen, [by]: key };
    go(nextDimension(narrowed), narrowed);
  };
  return (
    <Panel title="Costs by" actions={<By by={by} onBy={(dimension) => go(dimension, chosen)} />} flush>
      {Object.keys(chosen).length > 0 && (
        <Group gap="xs" className={classes.chosen}>
          {(Object.entries(chosen) as [Dimension, string][]).map(([dimension, value]) => (
            <Button key={dimension} size="compact-sm" variant="light" rightSection={<IconX size={13} aria-hidden />} aria-label={`No longer only ${name(dimension, value)}`} onClick={() => go(by, { ...chosen, [dimension]: undefined })}>
              {words(dimension)}: {name(dimension, value)}
            </Button>
          ))}
          {chosen.incident && (
            <Anchor component={Link} to={`/incidents/${encodeURIComponent(chosen.incident)}`} size="sm">
              Open the incident
            </Anchor>
          )}
        </Group>
      )}
      {found.length === 0 ? (
        <EmptyState title="No resource cost anything" text="Incidents were priced, and their actors started nothing that has a price." />
      ) : (
        <ul className={classes.shares} aria-label={`Costs by ${by}`}>
          {found.map((share) => (
            <Bar key={share.key} of={share} name={name(by, share.key)} most={found[0]!.soFar.amount} onChoose={by === 'resource' ? undefined : () => choose(share.key)} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function By({ by, onBy }: { by: Dimension; onBy: (dimension: Dimension) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Costs by"
      value={by}
      onChange={(value) => onBy(value as Dimension)}
      data={DIMENSIONS.map((value) => ({ value, label: words(value) }))}
    />
  );
}

function Bar({ of, name, most, onChoose }: { of: Share; name: string; most: number; onChoose?: () => void }) {
  const inside = (
    <>
      <span className={classes.name}>{name}</span>
      <Text span size="xs" c="dimmed" className={classes.rate}>
        {money(of.perHour)} an hour, {of.resources} {of.resources === 1 ? 'resource' : 'resources'}
      </Text>
      <span className={classes.amount}>{money(of.soFar)}</span>
      <span className={classes.bar} style={{ width: `${most > 0 ? Math.max(0.5, (of.soFar.amount / most) * 100) : 0}%` }} aria-hidden />
    </>
  );
  return (
    <li>
      {onChoose ? (
        <UnstyledButton className={classes.share} data-leads onClick={onChoose}>
          {inside}
        </UnstyledButton>
      ) : (
        <div className={classes.share}>{inside}</div>
      )}
    </li>
  );
}
