import { Pill, words } from '@/parts/Tone';
import { TACTICS } from './tactics';
import classes from './incident.module.css';

/** The tactics seen, in the order in which attacks usually use them; above, how far along that is. */
export function TacticChain({ tactics }: { tactics: string[] }) {
  const others = tactics.filter((tactic) => !TACTICS.includes(tactic));
  return (
    <>
      <div className={classes.stages} aria-hidden>
        {TACTICS.map((tactic) => (
          <span key={tactic} data-seen={tactics.includes(tactic) || undefined} title={words(tactic)} />
        ))}
      </div>
      <ol className={classes.chain} aria-label="Tactics seen">
        {[...TACTICS.filter((tactic) => tactics.includes(tactic)), ...others].map((tactic) => (
          <li key={tactic}>
            <Pill tone="high">{words(tactic)}</Pill>
          </li>
        ))}
      </ol>
    </>
  );
}
