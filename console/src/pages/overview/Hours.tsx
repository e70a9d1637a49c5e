import { clock } from '@/parts/When';
import { useZone } from '@/parts/zone';
import { count } from '@/parts/words';
import classes from './Hours.module.css';

const HOUR = 3_600_000;
/** So many hours from one written below to the next. */
const APART = 6;

/**
 * Findings hour by hour; the last bar is the hour that ends now. Plain elements: for two dozen bars the charting library
 * would double what the first page loads.
 */
export function Hours({ at, byHour }: { at: string; byHour: number[] }) {
  const [zone] = useZone();
  const most = Math.max(...byHour);
  const all = byHour.reduce((sum, one) => sum + one, 0);
  const begins = (index: number) => clock(Date.parse(at) - (byHour.length - index) * HOUR, zone, false);
  if (all === 0) {
    return (
      <div className={classes.none}>No finding in the last 24 hours</div>
    );
  }
  return (
    <div className={classes.hours} role="img" aria-label={`Findings hour by hour, ${all} in all, ${most} at the most`}>
      <span className={classes.most}>{most}</span>
      {byHour.map((findings, index) => (
        <div key={index} className={classes.hour} title={`${begins(index)}: ${count(findings, 'finding')}`}>
          <div className={classes.bar} style={{ height: `${(findings / most) * 100}%` }} />
          {index % APART === 0 && <span className={classes.when}>{begins(index)}</span>}
        </div>
      ))}
    </div>
  );
}
