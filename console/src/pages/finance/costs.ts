import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, type Schemas } from '@/api/client';
import type { Money } from '../incidents/types';

/** What an incident costs, as Financial Intelligence priced it at `until`. */
export type Assessment = Schemas['CostAssessment'];

/** Region to type to the price of an hour. */
export type Prices = Schemas['PriceTable'];

export const costsQuery = infiniteQueryOptions({
  queryKey: ['costs'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/costs', { params: { query: { limit: 200, cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  refetchInterval: 30_000,
});

export const pricesQuery = queryOptions({
  queryKey: ['costs', 'prices'],
  queryFn: ({ signal }) => get('/api/v1/costs/prices', { signal }),
  staleTime: 300_000,
});

/** Titles of the newest incidents, by id. */
export const titlesQuery = queryOptions({
  queryKey: ['incidents', 'titles'],
  queryFn: async ({ signal }) => {
    const { items } = await get('/api/v1/incidents', { params: { query: { limit: 200 } }, signal });
    return Object.fromEntries(items.map(({ id, title }) => [id, title])) as Record<string, string>;
  },
  staleTime: 60_000,
});

export const DIMENSIONS = ['incident', 'region', 'type', 'resource'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Chosen = Partial<Record<Dimension, string>>;

export interface Share {
  key: string;
  soFar: Money;
  perHour: Money;
  resources: number;
}

const MICRO = 1_000_000;
const NONE: Money = { amount: 0, currency: 'USD' };

/** Exact to a millionth, as the amounts are. */
export function plus(a: Money, b: Money): Money {
  return { amount: (Math.round(a.amount * MICRO) + Math.round(b.amount * MICRO)) / MICRO, currency: b.currency };
}

/** What fits all that was chosen, under the values of one dimension, the dearest first. */
export function shares(all: readonly Assessment[], by: Dimension, chosen: Chosen = {}): Share[] {
  const found = new Map<string, Share>();
  for (const { incidentId, lines } of all) {
    for (const line of lines) {
      const at: Record<Dimension, string> = { incident: incidentId, region: line.region, type: line.type, resource: line.resource };
      if (DIMENSIONS.every((dimension) => chosen[dimension] === undefined || chosen[dimension] === at[dimension])) {
        const before = found.get(at[by]) ?? { key: at[by], soFar: NONE, perHour: NONE, resources: 0 };
        found.set(at[by], { key: at[by], soFar: plus(before.soFar, line.soFar), perHour: plus(before.perHour, line.perHour), resources: before.resources + 1 });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.soFar.amount - a.soFar.amount || b.perHour.amount - a.perHour.amount || a.key.localeCompare(b.key));
}

/** Where to look after a value was chosen: the first dimension that is not. */
export function nextDimension(chosen: Chosen): Dimension {
  return DIMENSIONS.find((dimension) => chosen[dimension] === undefined) ?? 'resource';
}

export function total(all: readonly Assessment[], which: 'soFar' | 'perHour'): Money {
  return all.map((one) => one[which]).reduce(plus, all[0] ? { ...all[0][which], amount: 0 } : NONE);
}
