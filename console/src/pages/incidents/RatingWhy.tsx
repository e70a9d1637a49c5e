import { Text } from '@mantine/core';
import { capital } from '@/parts/words';
import { plainly } from './names';
import type { Rating } from './types';
import classes from './incident.module.css';

/** Each part of the score with its points and its reason. */
export function RatingWhy({ rating }: { rating: Rating }) {
  const sum = Math.max(1, rating.contributions.reduce((total, part) => total + Math.max(0, part.points), 0));
  return (
    <ul className={classes.parts}>
      {rating.contributions.map((part) => (
        <li key={part.what}>
          <div className={classes.partHead}>
            <Text size="sm" fw={560}>
              {part.what}
            </Text>
            <Text size="sm" className="tabular">
              {part.points > 0 ? `+${part.points}` : part.points}
            </Text>
          </div>
          <svg className={classes.partBar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
            <rect width={(Math.max(0, part.points) / sum) * 100} height="1" />
          </svg>
          <Text size="xs" c="dimmed">
            {capital(plainly(part.why))}
          </Text>
        </li>
      ))}
    </ul>
  );
}
