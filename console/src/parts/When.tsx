import { Tooltip } from '@mantine/core';
import { useReducer, useSyncExternalStore } from 'react';
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
  return format(zone, { dateStyle: 'medium', timeStyle: 'long' }).format(new Date(at));
}

export function clock(at: string | number | Date, zone: string, seconds = true): string {
  const second = seconds ? '2-digit' : undefined;
  return format(zone, { hour: '2-digit', minute: '2-digit', second }).format(new Date(at));
}

export function day(at: string | number | Date, zone: string): string {
  return format(zone, { dateStyle: 'medium' }).format(new Date(at));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone and form: to make one takes a hundred times as long as to use it. */
function format(timeZone: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, form]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone, ...form });
  formats.set(key, made);
  return made;
}

/** A time as people speak of it, its exact value under the pointer. */
export function When({ at, exact = false }: { at: string; exact?: boolean }) {
  // A list has hundreds of times and the pointer comes to few of them.
  const [near, approach] = useReducer(() => true, false);
  const time = (
    <time dateTime={at} onPointerEnter={near ? undefined : approach}>
      {exact ? <Exactly at={at} /> : <FromNow at={at} />}
    </time>
  );
  return near ? <Tooltip label={exact ? <FromNow at={at} /> : <Exactly at={at} />}>{time}</Tooltip> : time;
}

function Exactly({ at }: { at: string }) {
  const [zone] = useZone();
  return exactly(at, zone);
}

function FromNow({ at }: { at: string }) {
  return fromNow(at, useNow());
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
