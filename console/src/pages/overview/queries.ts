import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { ApprovalSummary } from '../approvals/queries';
import type { IncidentStatus, IncidentSummary, Money, Severity } from '../incidents/types';

export interface Agent {
  name: string;
  seen: string;
  silent: boolean;
  killed: boolean;
  inHand: number;
  performed: number;
  failed: number;
  waiting: number;
}

export interface Queue {
  name: string;
  ready: number;
  waiting: number;
  lent: number;
  dead: number;
  oldest: string;
}

export interface Overview {
  at: string;
  needs: {
    approvals: ApprovalSummary[];
    onHold: IncidentSummary[];
    uncertainEffects: number;
    deadLetters: number;
    silentAgents: string[];
  };
  incidents: {
    byStatus: Partial<Record<IncidentStatus, number>>;
    openBySeverity: Partial<Record<Severity, number>>;
    live: IncidentSummary[];
  };
  findings: {
    total: number;
    byTactic: Record<string, number>;
    bySeverity: Partial<Record<Severity, number>>;
    byHour: number[];
    more: boolean;
  };
  agents: Agent[];
  queues: Queue[];
  cost: { perHour: Money[]; soFar: Money[]; incidents: number };
}

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => get<Overview>('/api/v1/overview', undefined, signal),
  refetchInterval: 5_000,
});
