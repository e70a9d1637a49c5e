import { Text, Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useZone } from './zone';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/** '5 min. ago', 'in 2 hr.'; under a minute 'just now' or, but for the ticks of {@link useNow}, 'in under a minute'. */
export function fromNow(at: string | number | Date, now: number): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) {
      return relative.format(Math.trunc(seconds / length), unit);
    }
  }
  return seconds > 15 ? 'in under a minute' : 'just now';
}

/** To the second, in the zone, with the zone's name. */
export function exactly(at: string | number | Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(new Date(at));
}

export function clock(at: string | number | Date, zone: string, seconds = true): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
  }).format(new Date(at));
}

export function day(at: string | number | Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium' }).format(new Date(at));
}

/** A time as people speak of it, its exact value under the pointer. */
export function When({ at, exact = false }: { at: string; exact?: boolean }) {
  const [zone] = useZone();
  const now = useNow();
  const whole = exactly(at, zone);
  return (
    <Tooltip label={exact ? fromNow(at, now) : whole}>
      <Text component="time" dateTime={at} inherit span>
        {exact ? whole : fromNow(at, now)}
      </Text>
    </Tooltip>
  );
}

let now = Date.now();
const watching = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Ticks every 15 seconds, once for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(
    (changed) => {
      watching.add(changed);
      timer ??= setInterval(() => {
        now = Date.now();
        watching.forEach((each) => each());
      }, 15_000);
      return () => {
        watching.delete(changed);
        if (watching.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    () => now,
  );
}
