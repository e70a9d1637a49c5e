import { useSyncExternalStore } from 'react';

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const all = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC' && zone !== own);

/** One's own first, then UTC, then the world. */
export const zones = [
  { value: own, label: `${own.replaceAll('_', ' ')} (here)` },
  ...(own === 'UTC' ? [] : [{ value: 'UTC', label: 'UTC' }]),
  ...all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
];

const KEY = 'acso.zone';
const watching = new Set<() => void>();
let current = kept();

/** The time zone in which this person reads times; one for the whole page, since a list shows hundreds of them. */
export function useZone(): [string, (zone: string) => void] {
  return [useSyncExternalStore(watch, () => current), choose];
}

function watch(changed: () => void): () => void {
  watching.add(changed);
  return () => watching.delete(changed);
}

function choose(zone: string) {
  try {
    localStorage.setItem(KEY, JSON.stringify(zone));
  } catch {
    // Without storage it holds until the page is left.
  }
  take(zone);
}

function take(zone: string) {
  current = zone;
  watching.forEach((each) => each());
}

function kept(): string {
  try {
    const zone: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return zones.some(({ value }) => value === zone) ? (zone as string) : own;
  } catch {
    return own;
  }
}

// Other windows of the console tell this one.
window.addEventListener('storage', ({ key }) => key === KEY && take(kept()));
