import { Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconCheck,
  IconFlag,
  IconGauge,
  IconLock,
  IconMessage,
  IconRotate,
  IconRoute,
  IconShieldCheck,
  IconUser,
} from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { Long } from '@/parts/Long';
import type { Tone } from '@/parts/Tone';
import { clock, day, exactly } from '@/parts/When';
import { useZone } from '@/parts/zone';
import { plainly } from './names';
import { because, learnedLater, type Moment, moments, ruleTitle } from './timeline';
import type { IncidentFact } from './types';
import classes from './incident.module.css';

const signs: Record<string, [Icon, Tone]> = {
  IncidentOpened: [IconFlag, 'accent'],
  FindingJoined: [IconAlertTriangle, 'high'],
  IncidentRated: [IconGauge, 'medium'],
  ResponseChosen: [IconRoute, 'accent'],
  IncidentContained: [IconShieldCheck, 'good'],
  IncidentNoted: [IconMessage, 'neutral'],
  IncidentResolved: [IconCheck, 'good'],
  IncidentAssigned: [IconUser, 'neutral'],
  IncidentClosed: [IconLock, 'neutral'],
  IncidentReopened: [IconRotate, 'medium'],
};

/** What happened, the earliest first, a heading for each day. */
export function TimelineView({ facts }: { facts: readonly IncidentFact[] }) {
  const [zone] = useZone();
  const days = new Map<string, Moment[]>();
  for (const moment of moments(facts)) {
    const name = day(moment.at, zone);
    days.set(name, [...(days.get(name) ?? []), moment]);
  }
  return [...days].map(([name, inDay]) => (
    <div key={name}>
      <Text size="xs" c="dimmed" fw={560} className={classes.day}>
        {name}
      </Text>
      <ol className={classes.timeline}>
        {inDay.map((moment) => (
          <Line key={moment.key} moment={moment} zone={zone} />
        ))}
      </ol>
    </div>
  ));
}

function Line({ moment, zone }: { moment: Moment; zone: string }) {
  const { fact } = moment;
  const [Sign, tone] = signs[fact.fact] ?? [IconMessage, 'neutral'];
  const finding = fact.fact === 'FindingJoined';
  const why = finding ? because(fact.text) : null;
  return (
    <li className={classes.moment}>
      <time dateTime={moment.at} title={exactly(moment.at, zone)}>
        {clock(moment.at, zone)}
      </time>
      <span className={classes.sign} data-tone={tone}>
        <Sign size={14} aria-hidden />
      </span>
      <div className={classes.what}>
        <Text size="sm">
          <Words fact={fact} />
          {moment.times > 1 && <span className={classes.timesMany}>{moment.times} times until {clock(moment.until, zone)}</span>}
        </Text>
        {why && (
          <Text size="xs" c="dimmed">
            <Long text={why} />
          </Text>
        )}
        {finding && learnedLater(fact) && <span className={classes.hidden}>known since {exactly(fact.at, zone)}</span>}
      </div>
    </li>
  );
}

function Words({ fact }: { fact: IncidentFact }) {
  const { id = '' } = useParams();
  if (fact.fact === 'FindingJoined') {
    return (
      <Link className={classes.quiet} to={`/incidents/${id}/findings?finding=${fact.findingId}`}>
        {ruleTitle(fact.text)}
      </Link>
    );
  }
  return fact.fact === 'ResponseChosen' ? (
    <Link className={classes.quiet} to={`/incidents/${id}/response`}>
      {capital(fact.text)}
    </Link>
  ) : (
    <>{capital(fact.text)}</>
  );
}

function capital(words: string): string {
  const text = plainly(words);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
