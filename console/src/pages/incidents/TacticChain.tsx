import { words } from '@/parts/Tone';
import { TACTICS } from './tactics';
import classes from './incident.module.css';

/** The tactics in the order in which attacks usually use them, those seen here lit. */
export function TacticChain({ tactics }: { tactics: string[] }) {
  const others = tactics.filter((tactic) => !TACTICS.includes(tactic));
  return (
    <ol className={classes.chain}>
      {[...TACTICS, ...others].map((tactic) => (
        <li key={tactic} data-seen={tactics.includes(tactic) || undefined}>
          {words(tactic)}
          {tactics.includes(tactic) && <span className={classes.hidden}> seen here</span>}
        </li>
      ))}
    </ol>
  );
}
