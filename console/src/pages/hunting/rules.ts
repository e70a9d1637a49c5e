import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import type { components } from '@/api/schema';
import type { Cell, Result } from './lake';

type Schemas = components['schemas'];

export type Rule = Schemas['RuleSummary'];
export type RuleDetail = Schemas['RuleBody'];
export type RulesChecked = Schemas['RulesChecked'];
export type Trial = Schemas['TrialResult'];

export const rulesQuery = infiniteQueryOptions({
  queryKey: ['rules'],
  queryFn: ({ pageParam, signal }) =>
    get<{ items: Rule[]; next?: string }>('/api/v1/rules', { limit: 200, cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  staleTime: 60_000,
});

export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', id],
    queryFn: ({ signal }) => get<RuleDetail>(`/api/v1/rules/${encodeURIComponent(id)}`, undefined, signal),
  });

export const checkQuery = (yaml: string) =>
  queryOptions({
    queryKey: ['rules', 'check', yaml],
    queryFn: () => post<RulesChecked>('/api/v1/rules/check', { yaml }),
    staleTime: Infinity,
    gcTime: 10_000,
  });

/** As many events as one trial may have. */
const MOST = 500;

export interface Tried {
  trial: Trial;
  records: Record<string, unknown>[];
}

/** Shows the latest events of the lake to a rule in use, or to a text. */
export async function tryRule(wish: { rule: string } | { yaml: string }, condition = 'true'): Promise<Tried> {
  const latest = await post<Result>('/api/v1/lake/query', {
    sql: `SELECT raw FROM events WHERE ${condition} ORDER BY time DESC LIMIT ${MOST}`,
    rows: MOST,
  });
  const records = latest.rows.flatMap(([raw]) => record(raw));
  if (records.length === 0) {
    return { trial: { events: 0, found: [], unreadable: [], failures: [] }, records };
  }
  return { trial: await post<Trial>('/api/v1/rules/test', { ...wish, events: records }), records };
}

function record(raw: Cell | undefined): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(String(raw));
    return typeof value === 'object' && value !== null ? [value as Record<string, unknown>] : [];
  } catch {
    return [];
  }
}
