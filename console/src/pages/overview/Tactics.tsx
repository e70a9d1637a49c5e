import { Progress } from '@mantine/core';
import { Link } from 'react-router';
import { words } from '@/parts/Tone';
import { TACTICS } from '../incidents/tactics';
import classes from './overview.module.css';

/** How many findings show each tactic, in the order of an attack; each leads to the incidents that show it. */
export function Tactics({ byTactic }: { byTactic: Record<string, number> }) {
  const others = Object.keys(byTactic).filter((tactic) => !TACTICS.includes(tactic));
  const most = Math.max(1, ...Object.values(byTactic));
  return (
    <ol className={classes.tactics} aria-label="Findings by ATT&CK tactic">
      {[...TACTICS, ...others].map((tactic) => {
        const findings = byTactic[tactic] ?? 0;
        return (
          <li key={tactic} data-none={findings === 0 || undefined}>
            <Link to={`/incidents?tactic=${tactic}`}>{words(tactic)}</Link>
            {findings > 0 && <Progress value={(findings / most) * 100} size={7} aria-hidden />}
            <span className="tabular">{findings}</span>
          </li>
        );
      })}
    </ol>
  );
}
