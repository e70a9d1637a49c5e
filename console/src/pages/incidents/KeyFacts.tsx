import { RingProgress } from '@mantine/core';
import type { ReactNode } from 'react';
import { severityTone } from '@/parts/Tone';
import { When } from '@/parts/When';
import { duration } from '../approvals/TimeLeft';
import { count } from '@/parts/words';
import type { Read } from './queries';
import { money } from './money';
import classes from './incident.module.css';

/** What one wants to know before reading anything. */
export function KeyFacts({ read }: { read: Read }) {
  const { incident, rating, picture, cost, contained } = read;
  return (
    <div className={classes.facts}>
      <div className={classes.score} data-tone={severityTone(rating.severity)}>
        <RingProgress
          size={44}
          thickness={5}
          roundCaps
          sections={[{ value: rating.score, color: 'var(--solid)' }]}
          aria-hidden
        />
        <Fact name="Score of 100" value={rating.score} more={`${rating.confidence} % sure`} />
      </div>
      <Fact
        name="Activity"
        value={<When at={picture.firstSeen} />}
        more={`lasted ${duration(Date.parse(picture.lastSeen) - Date.parse(picture.firstSeen))}`}
      />
      <Fact name="Findings" value={picture.findings} more={`by ${count(picture.rules.length, 'rule')}`} />
      <Fact
        name="Contained"
        value={contained ? <When at={contained} /> : 'not yet'}
        more={contained && `took ${duration(Date.parse(contained) - Date.parse(incident.opened))}`}
      />
      {cost && <Fact name="Cost so far" value={money(cost.soFar)} more={`${money(cost.perHour)} an hour while it ran`} />}
      {read.ticket && <Fact name="Ticket" value={read.ticket.status === 'OPEN' ? 'open' : 'closed'} more={read.ticket.id} />}
    </div>
  );
}

function Fact({ name, value, more }: { name: string; value: ReactNode; more?: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span className={classes.factName}>{name}</span>
      <span className={classes.factValue}>{value}</span>
      {more && <span className={classes.factMore}>{more}</span>}
    </div>
  );
}
