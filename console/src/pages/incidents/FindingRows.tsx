import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Json } from '@/parts/Json';
import { clock, exactly } from '@/parts/When';
import { words } from '@/parts/Tone';
import { Long } from '@/parts/Long';
import { count } from '@/parts/words';
import { useZone } from '@/parts/zone';
import { shortName } from './entityGraph';
import type { FindingDetail } from './types';
import classes from './incident.module.css';

const FEW = 20;

/** The findings of one rule; a long list begins with the first, or reaches as far as the one that is linked to. */
export function FindingRows({ findings, linked }: { findings: FindingDetail[]; linked: string | null }) {
  const [all, setAll] = useState(() => findings.findIndex((finding) => finding.id === linked) >= FEW);
  const shown = all ? findings : findings.slice(0, FEW);
  return (
    <>
      <ul className={classes.findings}>
        {shown.map((finding) => (
          <One key={finding.id} finding={finding} linked={finding.id === linked} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <Anchor component="button" type="button" size="sm" onClick={() => setAll(true)}>
          {findings.length - shown.length} more
        </Anchor>
      )}
    </>
  );
}

function One({ finding, linked }: { finding: FindingDetail; linked: boolean }) {
  const [zone] = useZone();
  const [open, { toggle }] = useDisclosure();
  return (
    <li id={finding.id} className={classes.finding} data-linked={linked || undefined}>
      <time dateTime={finding.time} title={exactly(finding.time, zone)}>
        {clock(finding.time, zone)}
      </time>
      <div>
        <dl className={classes.matched}>
          {finding.matched.map((match) => (
            <div key={match.field + match.value}>
              <dt>{match.field || 'anywhere'}</dt>
              <dd>
                <Long text={match.value} />
              </dd>
            </div>
          ))}
          {finding.matched.length === 0 && (
            <div>
              <dt>events</dt>
              <dd>{finding.events.length} taken together</dd>
            </div>
          )}
        </dl>
        {open && <Whole finding={finding} />}
      </div>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={toggle} aria-expanded={open}>
        {open ? 'Less' : 'More'}
      </Button>
    </li>
  );
}

/** Whom it names, the events that it comes from, and the finding as other systems get it. */
function Whole({ finding }: { finding: FindingDetail }) {
  const may = useMay();
  return (
    <Stack gap="sm" mt="sm">
      <dl className={classes.matched}>
        {finding.entities.map((entity) => (
          <div key={entity.role + entity.type + entity.value}>
            <dt>{words(entity.type)}</dt>
            <dd title={entity.value}>{shortName(entity.value)}</dd>
          </div>
        ))}
      </dl>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          Made of {count(finding.events.length, 'event')}
        </Text>
        {may('lake.query') && finding.events.length > 0 && (
          <Anchor component={Link} to={`/hunting?${new URLSearchParams({ sql: eventsOf(finding) })}`} size="xs">
            See the raw events
          </Anchor>
        )}
      </Group>
      <Json label="The finding in OCSF" value={finding.ocsf} height={320} />
    </Stack>
  );
}

const MOST = 50;

/** The lake's question for what the finding was made of. */
function eventsOf({ events }: FindingDetail): string {
  const ids = events.slice(0, MOST).map((id) => `'${id.replaceAll("'", "''")}'`);
  return `SELECT time, source, operation, raw\nFROM events\nWHERE event_id IN (${ids.join(', ')})\nORDER BY time`;
}
