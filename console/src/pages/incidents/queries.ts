import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, get, post, send } from '@/api/client';
import type {
  ExecutionDetail,
  FindingDetail,
  IncidentDetail,
  IncidentStatus,
  Page,
  PlaybookDocument,
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

const MOST_FINDINGS = 500;

/** Its findings as they are, the earliest first; `more` when there are more than a page is worth reading. */
export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id, 'findings'],
    queryFn: async ({ signal }) => {
      const page = await get<Page<FindingDetail>>(at(id, 'findings'), { limit: MOST_FINDINGS }, signal);
      return { findings: page.items, more: page.next !== null };
    },
    staleTime: 15_000,
  });

export interface Comment {
  id: string;
  incidentId: string;
  by: string;
  at: string;
  text: string;
}

export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id, 'comments'],
    queryFn: ({ signal }) => get<Page<Comment>>(at(id, 'comments'), { limit: 200 }, signal),
    refetchInterval: 10_000,
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

function useCommand<T>(id: string, act: (wish: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents', id] }),
  });
}

export const useComment = (id: string) => useCommand(id, (text: string) => post(at(id, 'comments'), { text }));

export const useAssign = (id: string) => useCommand(id, (to: string | null) => post(at(id, 'assign'), { to }));

export const useStatus = (id: string) =>
  useCommand(id, (wish: { status: IncidentStatus; why: string }) => post(at(id, 'status'), wish));

export const useUndo = (id: string) =>
  useCommand(id, (wish: { effect: string; why: string }) =>
    post(`/api/v1/effects/${encodeURIComponent(wish.effect)}/undo`, { why: wish.why }),
  );
