import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import type { Cell, Result } from './lake';

export interface Rule {
  id: string;
  title: string;
  level: string;
  status?: string;
  tactics: string[];
  techniques: string[];
  path: string;
}

export interface RuleDetail {
  rule: Rule;
  details: {
    description: string;
    author?: string;
    logSource: Record<string, string>;
    falsePositives: string[];
    references: string[];
  };
  yaml: string;
}

/** A rule that cannot be used; `line` counts from 1. */
export interface RuleFailure {
  line: number;
  error: string;
}

export interface RulesChecked {
  loaded: Rule[];
  correlations: number;
  failures: RuleFailure[];
}

export interface Trial {
  events: number;
  found: { event: number; ruleId: string; title: string; level: string; matched: { field: string; value: string }[] }[];
  unreadable: number[];
  failures: string[];
}

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
