import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, getVersion, post, type Schemas, type Version } from '@/api/client';
import { Problem } from '@/api/problem';
import { failed } from '@/app/queries';

export type ApprovalSummary = Schemas['ApprovalSummary'];
export type ApprovalDetail = Schemas['ApprovalBody'];

/** An approval and the version of it that was read, which an answer names. */
export type Asked = ApprovalDetail & Version;

export const approvalsQuery = queryOptions({
  queryKey: ['approvals', 'list'],
  queryFn: ({ signal }) => get('/api/v1/approvals', { params: { query: { limit: 100 } }, signal }),
  refetchInterval: 15_000,
});

export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: ['approvals', id],
    queryFn: ({ signal }) => getVersion('/api/v1/approvals/{id}', { params: { path: { id } }, signal }),
    refetchInterval: (query) => (query.state.data?.approval.status === 'PENDING' ? 5_000 : false),
  });

/** What the gate said of each action when the plan was made. */
export const planningQuery = (execution: string) =>
  queryOptions({
    queryKey: ['executions', execution],
    queryFn: ({ signal }) => get('/api/v1/executions/{id}', { params: { path: { id: execution } }, signal }),
  });

/** One thing that was done outside, and whether it was taken back. */
export const effectQuery = (id: string) =>
  queryOptions({
    queryKey: ['effects', id],
    queryFn: ({ signal }) => get('/api/v1/effects/{key}', { params: { path: { key: id } }, signal }),
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
      post('/api/v1/approvals/{id}/answer', {
        params: { path: { id: asked.approval.id }, header: { 'If-Match': asked.etag ?? undefined } },
        body: { approve, planHash: asked.planHash, comment },
      }),
    // Somebody was faster: the form goes with the question, so what happened is said beside it.
    onError: (error) => {
      if (error instanceof Problem && error.kind === 'not-answerable') {
        failed(error);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['approvals'] }),
  });
}
