import { Copy } from './Code';
import classes from './Code.module.css';
import { Long } from './Long';

const MOST = 200;

/** A JSON value as a tree that folds. The first two levels stand open. */
export function Json({ value, label, height }: { value: unknown; label: string; height?: number }) {
  return (
    <div style={{ position: 'relative' }}>
      <div className={classes.json} tabIndex={0} role="group" aria-label={label} style={{ maxHeight: height }}>
        <Value value={value} depth={0} />
      </div>
      <Copy text={JSON.stringify(value, null, 2)} />
    </div>
  );
}

function Value({ name, value, depth }: { name?: string; value: unknown; depth: number }) {
  const key = name !== undefined && <span className={classes.key}>{name}: </span>;
  if (value === null || typeof value !== 'object') {
    return (
      <div>
        {key}
        <span className={typeof value === 'string' ? classes.string : classes.other}>
          <Long text={JSON.stringify(value)} most={2_000} />
        </span>
      </div>
    );
  }
  const list = Array.isArray(value);
  const entries = Object.entries(value);
  const [start, end] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    return (
      <div>
        {key}
        {start + end}
      </div>
    );
  }
  return (
    <details open={depth < 2}>
      <summary>
        {key}
        {start}
        <span className={classes.quiet}> {entries.length} </span>
        {end}
      </summary>
      {entries.slice(0, MOST).map(([each, inner]) => (
        <Value key={each} name={list ? undefined : each} value={inner} depth={depth + 1} />
      ))}
      {entries.length > MOST && <div className={classes.quiet}>and {entries.length - MOST} more</div>}
    </details>
  );
}
