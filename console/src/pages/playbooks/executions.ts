import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';

export interface Execution {
  id: string;
  subject: string;
  playbookId: string;
  playbookName: string;
  status: string;
  why?: string;
  approvalId?: string;
  requestedBy?: string;
  requested: string;
  ended?: string;
}

export interface Action {
  kind: string;
  target: { type: string; scope: string; id: string };
  arguments: Record<string, unknown>;
}

export interface PlanDecision {
  stepId: string;
  action: Action;
  decision: { verdict: string; policies: string[]; explanation: string };
}

export interface PlannedAction {
  stepId: string;
  dryRun: { action: Action; calls: string[]; touches: number; inverse?: Action; summary: string };
  blastRadius: { count: number; fleet: number; basis: string };
}

export interface ExecutionDetail {
  execution: Execution;
  plan?: { actions: PlannedAction[] };
  decisions: PlanDecision[];
  leftOut: { what?: string; why?: string }[];
  steps: { id: string; status: string; attempt: number; why?: string }[];
  variables: Record<string, unknown>;
  actions: { stepId: string; outcome: string }[];
}

interface Slice {
  items: Execution[];
  next?: string;
}

export const executionsQuery = infiniteQueryOptions({
  queryKey: ['executions'],
  queryFn: ({ pageParam, signal }) =>
    get<Slice>('/api/v1/executions', { limit: 200, cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  refetchInterval: 10_000,
});

const settled = ['COMPLETED', 'FAILED', 'CANCELLED', 'REJECTED', 'PLANNED', 'VOIDED'];

export const executionQuery = (id: string) =>
  queryOptions({
    queryKey: ['executions', id],
    queryFn: ({ signal }) => get<ExecutionDetail>(`/api/v1/executions/${encodeURIComponent(id)}`, undefined, signal),
    refetchInterval: ({ state }) => (settled.includes(state.data?.execution.status ?? '') ? false : 2_000),
  });
