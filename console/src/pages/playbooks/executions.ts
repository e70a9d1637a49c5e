import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import type { ExecutionDetail } from '../incidents/types';

export type Execution = ExecutionDetail['execution'];
export type PlanDecision = ExecutionDetail['decisions'][number];

/** Runs of one playbook, or of all. */
export const executionsQuery = (playbook?: string) =>
  infiniteQueryOptions({
    queryKey: ['executions', 'list', playbook],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/executions', { params: { query: { limit: 100, playbook, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });

export type RunStatus = Execution['status'];

const OVER: readonly RunStatus[] = ['COMPLETED', 'FAILED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'SUPERSEDED', 'NOT_PLANNED', 'DRY_RUN'];

/** Nothing changes it any more, but a person who settles or retries it. */
export function over(status: RunStatus): boolean {
  return OVER.includes(status);
}

/** Where it is not known yet, the supervisor has not begun with it. */
export const executionQuery = (id: string) =>
  queryOptions({
    queryKey: ['executions', id],
    queryFn: ({ signal }) => get('/api/v1/executions/{id}', { params: { path: { id } }, signal }),
    refetchInterval: ({ state }) => (state.data && over(state.data.execution.status) ? false : 2_000),
  });

export type Control = 'pause' | 'resume' | 'cancel' | 'retry';

/** What goes on needs no reason. */
export function control(id: string, what: Control, why: string): Promise<unknown> {
  const params = { path: { id } };
  return what === 'resume' || what === 'retry'
    ? post(`/api/v1/executions/{id}/${what}`, { params })
    : post(`/api/v1/executions/{id}/${what}`, { params, body: { why } });
}
