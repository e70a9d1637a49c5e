import { Figure } from '@/parts/Figure';
import { words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { count } from '@/parts/words';
import { SEVERITIES } from '../incidents/byRule';
import { money } from '../incidents/money';
import type { Overview } from './queries';
import classes from './overview.module.css';

/** The numbers, each leading to where it comes from. */
export function Figures({ now }: { now: Overview }) {
  const { incidents, needs, findings, agents, queues, cost } = now;
  const open = sum(Object.values(incidents.openBySeverity));
  const bad = agents.filter((agent) => agent.silent || agent.killed).length;
  const queued = sum(queues.map((queue) => queue.ready + queue.waiting + queue.lent));
  const [next] = needs.approvals;
  const [soFar] = cost.soFar;
  const [perHour] = cost.perHour;
  return (
    <div className={classes.figures}>
      <Figure
        name="Open incidents"
        value={open.toLocaleString('en')}
        note={gravest(now) ?? 'none is open'}
        tone={incidents.openBySeverity.CRITICAL ? 'critical' : undefined}
        to="/incidents?status=NEW&status=IN_PROGRESS&status=ON_HOLD"
      />
      <Figure
        name="Approvals waiting"
        value={needs.approvals.length}
        note={next ? <>the next expires <When at={next.expires} /></> : 'nobody is asked'}
        tone={needs.approvals.length > 0 ? 'accent' : undefined}
        to="/approvals"
      />
      <Figure
        name="Findings in 24 hours"
        value={`${findings.total.toLocaleString('en')}${findings.more ? '+' : ''}`}
        note={`${findings.bySeverity.CRITICAL ?? 0} critical, ${findings.bySeverity.HIGH ?? 0} high`}
        to="/incidents?since=24h"
      />
      <Figure
        name="Agents"
        value={`${agents.length - bad} of ${agents.length}`}
        note={bad === 0 ? 'none silent or stopped' : `${bad} silent or stopped`}
        tone={bad > 0 ? 'high' : 'good'}
        to="/agents"
      />
      <Figure
        name="In the queues"
        value={queued.toLocaleString('en')}
        note={needs.deadLetters > 0 ? count(needs.deadLetters, 'dead letter') : 'no dead letters'}
        tone={needs.deadLetters > 0 ? 'high' : undefined}
        to="/system/queues"
      />
      <Figure
        name="Cost of open incidents"
        value={soFar ? money(soFar) : '–'}
        note={perHour ? `${money(perHour)} an hour, ${count(cost.incidents, 'incident')} priced` : 'none is priced yet'}
      />
    </div>
  );
}

function gravest({ incidents }: Overview): string | null {
  const some = SEVERITIES.toReversed().filter((severity) => incidents.openBySeverity[severity]);
  const said = some.slice(0, 2).map((severity) => `${incidents.openBySeverity[severity]} ${words(severity).toLowerCase()}`);
  return said.length > 0 ? said.join(', ') : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
