import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, send } from '@/api/client';
import { Problem } from '@/api/problem';
import { failed } from '@/app/queries';
import type { components } from '@/api/schema';
import type { ExecutionDetail, Page } from '../incidents/types';

export type ApprovalSummary = components['schemas']['ApprovalSummary'];
export type ApprovalDetail = components['schemas']['ApprovalBody'];

/** An approval and the version of it that was read, which an answer names. */
export interface Asked extends ApprovalDetail {
  etag: string | null;
}

export const approvalsQuery = queryOptions({
  queryKey: ['approvals', 'list'],
  queryFn: ({ signal }) => get<Page<ApprovalSummary>>('/api/v1/approvals', { limit: 100 }, signal),
  refetchInterval: 15_000,
});

export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: ['approvals', id],
    queryFn: async ({ signal }): Promise<Asked> => {
      const response = await send('GET', `/api/v1/approvals/${encodeURIComponent(id)}`, { signal });
      return { ...((await response.json()) as ApprovalDetail), etag: response.headers.get('etag') };
    },
    refetchInterval: (query) => (query.state.data?.approval.status === 'PENDING' ? 5_000 : false),
  });

/** What the gate said of each action when the plan was made. */
export const planningQuery = (execution: string) =>
  queryOptions({
    queryKey: ['executions', execution],
    queryFn: ({ signal }) => get<ExecutionDetail>(`/api/v1/executions/${encodeURIComponent(execution)}`, undefined, signal),
  });

/** One thing that was done outside, and whether it was taken back. */
export const effectQuery = (id: string) =>
  queryOptions({
    queryKey: ['effects', id],
    queryFn: ({ signal }) =>
      get<components['schemas']['EffectBody']>(`/api/v1/effects/${encodeURIComponent(id)}`, undefined, signal),
  });

export interface Answer {
  approve: boolean;
  comment: string;
}

/** Answers exactly the plan and the version of the question that were read. */
export function useAnswer(asked: Asked) {
  const queries = useQueryClient();
  return useMutation({
    meta: { quiet: true },
    mutationFn: ({ approve, comment }: Answer) =>
      post(
        `/api/v1/approvals/${encodeURIComponent(asked.approval.id)}/answer`,
        { approve, planHash: asked.planHash, comment },
        asked.etag ? { 'If-Match': asked.etag } : undefined,
      ),
    // Somebody was faster: the form goes with the question, so what happened is said beside it.
    onError: (error) => {
      if (error instanceof Problem && error.kind === 'not-answerable') {
        failed(error);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['approvals'] }),
  });
}
