import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tone } from './Tone';
import classes from './Timeline.module.css';
import { clock, day } from './When';
import { useZone } from './zone';

export interface Happening {
  key: string;
  at: string;
  title: ReactNode;
  tone?: Tone;
  /** Who or what did it. */
  by?: string;
  body?: ReactNode;
}

/** What happened, in its order, a heading for each day. */
export function Timeline({ items, label }: { items: readonly Happening[]; label: string }) {
  const [zone] = useZone();
  return (
    <ol className={classes.line} aria-label={label}>
      {items.map((item, index) => {
        const today = day(item.at, zone);
        const before = items[index - 1];
        return (
          <li key={item.key}>
            {(!before || day(before.at, zone) !== today) && <div className={classes.day}>{today}</div>}
            <div className={classes.item} data-tone={item.tone ?? 'neutral'}>
              <time dateTime={item.at} className={classes.time}>
                {clock(item.at, zone)}
              </time>
              <span className={classes.dot} aria-hidden />
              <div className={classes.what}>
                <Text size="sm" component="div">
                  {item.title}
                </Text>
                {item.by && (
                  <Text size="xs" c="dimmed">
                    {item.by}
                  </Text>
                )}
                {item.body}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
