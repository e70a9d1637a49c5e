import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post, type Schemas } from '@/api/client';
import { type Cell, runQuery } from './lake';

export type Rule = Schemas['RuleSummary'];
export type RuleDetail = Schemas['RuleBody'];
export type RulesChecked = Schemas['RulesChecked'];
export type Trial = Schemas['TrialResult'];

export const rulesQuery = infiniteQueryOptions({
  queryKey: ['rules'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/rules', { params: { query: { limit: 200, cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  staleTime: 60_000,
});

export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', id],
    queryFn: ({ signal }) => get('/api/v1/rules/{id}', { params: { path: { id } }, signal }),
  });

export const checkQuery = (yaml: string) =>
  queryOptions({
    queryKey: ['rules', 'check', yaml],
    queryFn: ({ signal }) => post('/api/v1/rules/check', { body: { yaml }, signal }),
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
  const latest = await runQuery(`SELECT raw FROM events WHERE ${condition} ORDER BY time DESC LIMIT ${MOST}`, MOST);
  const records = latest.rows.flatMap(([raw]) => record(raw));
  if (records.length === 0) {
    return { trial: { events: 0, found: [], unreadable: [], failures: [] }, records };
  }
  return { trial: await post('/api/v1/rules/test', { body: { ...wish, events: records } }), records };
}

function record(raw: Cell | undefined): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(String(raw));
    return typeof value === 'object' && value !== null ? [value as Record<string, unknown>] : [];
  } catch {
    return [];
  }
}
