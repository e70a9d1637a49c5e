import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, get, post, send } from '@/api/client';
import type { Schemas } from '@/api/read';
import { isLong } from '@/live/stale';
import type {
  Comment,
  ExecutionDetail,
  FindingDetail,
  IncidentDetail,
  IncidentStatus,
  IncidentSummary,
  Page,
  PlaybookDocument,
  UndoPlan,
  Verification,
} from './types';

const at = (id: string, ...more: string[]) => ['/api/v1/incidents', encodeURIComponent(id), ...more].join('/');

/** An incident and the version of it that was read. */
export interface Read extends IncidentDetail {
  etag: string | null;
}

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id],
    queryFn: async ({ signal }): Promise<Read> => {
      const response = await send('GET', at(id), { signal });
      return { ...((await response.json()) as IncidentDetail), etag: response.headers.get('etag') };
    },
    refetchInterval: 10_000,
  });

/** How far back a list goes: its words, and hours. */
export const SINCE: Record<string, [string, number]> = {
  '24h': ['Last 24 hours', 24],
  '7d': ['Last 7 days', 7 * 24],
  '30d': ['Last 30 days', 30 * 24],
};
const HOUR = 3_600_000;
const PAGE = 200;

/** The list that the address describes, a page at a time. */
export function incidentsQuery(search: URLSearchParams) {
  const query: Record<string, string | string[] | number> = {
    limit: PAGE,
    sort: search.get('sort') ?? '-opened',
    q: search.get('q') ?? '',
  };
  for (const many of ['status', 'severity', 'assignee', 'tactic']) {
    query[many] = search.getAll(many);
  }
  const since = SINCE[search.get('since') ?? ''];
  return infiniteQueryOptions({
    queryKey: ['incidents', 'list', query, since?.[1]],
    queryFn: ({ pageParam, signal }) => {
      const from = since && { from: new Date(Date.now() - since[1] * HOUR).toISOString() };
      return get<Page<IncidentSummary>>('/api/v1/incidents', { ...query, ...from, cursor: pageParam }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // A long list is read anew when somebody wants it, not over and over.
    refetchInterval: (asked) => (isLong(asked) ? false : 10_000),
    refetchOnWindowFocus: (asked) => !isLong(asked),
    placeholderData: (before) => before,
  });
}

const MOST_FINDINGS = 1_000;

/** Its findings as they are, the earliest first; `more` when there are more than a page is worth reading. */
export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id, 'findings'],
    queryFn: async ({ signal }) => {
      const findings: FindingDetail[] = [];
      let cursor: string | undefined;
      do {
        const page = await get<Page<FindingDetail>>(at(id, 'findings'), { limit: PAGE, cursor }, signal);
        findings.push(...page.items);
        cursor = page.next;
      } while (cursor && findings.length < MOST_FINDINGS);
      return { findings, more: cursor !== undefined };
    },
    staleTime: 15_000,
  });

export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id, 'comments'],
    queryFn: ({ signal }) => get<Page<Comment>>(at(id, 'comments'), { limit: 200 }, signal),
    refetchInterval: 10_000,
  });

/** Whether the bytes that are kept are still those that were preserved. */
export const useVerify = (incident: string, evidence: string) =>
  useMutation({
    mutationFn: () => get<Verification>(at(incident, 'evidence', encodeURIComponent(evidence), 'verification')),
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id, 'report'],
    queryFn: ({ signal }) => call<string>('GET', at(id, 'report'), { headers: { Accept: 'text/markdown' }, signal }),
    staleTime: 60_000,
  });

export const executionQuery = (id: string) =>
  queryOptions({
    queryKey: ['executions', id],
    queryFn: ({ signal }) => get<ExecutionDetail>(`/api/v1/executions/${encodeURIComponent(id)}`, undefined, signal),
    refetchInterval: (query) => (query.state.data?.execution.ended ? false : 4_000),
  });

/** The playbook in the version that ran, which never changes. */
export const playbookRunQuery = (execution: string) =>
  queryOptions({
    queryKey: ['executions', execution, 'playbook'],
    queryFn: async ({ signal }) => {
      const path = `/api/v1/executions/${encodeURIComponent(execution)}/export`;
      return (await get<{ playbook: PlaybookDocument }>(path, undefined, signal)).playbook;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

function useCommand<T>(id: string, act: (wish: T) => Promise<unknown>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    meta: { quiet },
    mutationFn: act,
    onSettled: () => {
      // What is done to a case shows in its run, too, and in what waits.
      for (const first of ['executions', 'effects', 'overview']) {
        void queries.invalidateQueries({ queryKey: [first], predicate: ({ meta }) => !meta?.still });
      }
      return queries.invalidateQueries({ queryKey: ['incidents', id] });
    },
  });
}

export const useComment = (id: string) => useCommand(id, (text: string) => post(at(id, 'comments'), { text }));

export const useAssign = (id: string) => useCommand(id, (to: string | null) => post(at(id, 'assign'), { to }));

export const useStatus = (id: string) =>
  useCommand(id, (wish: { status: IncidentStatus; why: string }) => post(at(id, 'status'), wish));

const undoOf = (effect: string) => `/api/v1/effects/${encodeURIComponent(effect)}/undo`;

/** What taking it back would be, looked at now: each look is a new one. */
export const undoQuery = (effect: string) =>
  queryOptions({
    queryKey: ['effects', effect, 'undo'],
    queryFn: ({ signal }) => get<UndoPlan>(undoOf(effect), undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    meta: { still: true },
  });

/** The dialog says itself what was wrong. */
export const useUndo = (id: string) =>
  useCommand(id, (wish: { effect: string; why: string }) => post(undoOf(wish.effect), { why: wish.why }), true);

export const useSettle = (id: string) =>
  useCommand(id, ({ effect, ...finding }: { effect: string; happened: boolean; why: string }) =>
    post(`/api/v1/effects/${encodeURIComponent(effect)}/settle`, finding),
  );

export interface BulkWish {
  incidents: string[];
  assign?: { to: string | null };
  status?: IncidentStatus;
  why?: string;
}

export type BulkTaken = Schemas['BulkTaken'];

const AT_ONCE = 90;

/** For many incidents, as many at once as one commit takes. */
export function useBulk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: BulkWish): Promise<BulkTaken> => {
      const taken: BulkTaken = { accepted: [], refused: [] };
      for (let first = 0; first < wish.incidents.length; first += AT_ONCE) {
        const some = { ...wish, incidents: wish.incidents.slice(first, first + AT_ONCE) };
        const { accepted, refused } = await post<BulkTaken>('/api/v1/incidents/bulk', some);
        taken.accepted.push(...accepted);
        taken.refused.push(...refused);
      }
      return taken;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents'] }),
  });
}
