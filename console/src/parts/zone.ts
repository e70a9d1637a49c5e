import { useLocalStorage } from '@mantine/hooks';

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const all = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC' && zone !== own);

/** One's own first, then UTC, then the world. */
export const zones = [
  { value: own, label: `${own.replaceAll('_', ' ')} (here)` },
  ...(own === 'UTC' ? [] : [{ value: 'UTC', label: 'UTC' }]),
  ...all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
];

/** The time zone in which this person reads times. */
export function useZone() {
  return useLocalStorage({ key: 'acso.zone', defaultValue: own, getInitialValueInEffect: false });
}
