import { Copy } from '@/parts/Code';
import { spread } from '@/parts/spread';
import classes from './approvals.module.css';

/** One real call as it will be, or was, sent: what is called, and each argument on a line of its own. */
export function Call({ call }: { call: string }) {
  const brace = call.indexOf(' {');
  const name = brace < 0 ? call : call.slice(0, brace);
  return (
    <div className={classes.call}>
      <pre tabIndex={0} role="group" aria-label={`Call ${name}`}>
        <b>{name}</b>
        {brace >= 0 && ` ${spread(call.slice(brace + 1))}`}
      </pre>
      <Copy text={call} />
    </div>
  );
}
