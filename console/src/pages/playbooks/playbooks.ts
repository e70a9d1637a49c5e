import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { get, post } from '@/api/client';
import type { PlaybookDocument } from '../incidents/types';

/** Which incidents a playbook is chosen for. */
export interface Fit {
  minimumSeverity: string;
  tactics: string[];
  needsVariables: string[];
  needsOneOf: string[];
  priority: number;
}

export interface Playbook {
  id: string;
  name: string;
  description: string;
  types: string[];
  labels: string[];
  severity: number;
  priority: number;
  steps: number;
  fits?: Fit;
  hash: string;
}

export interface Variable {
  name: string;
  type: string;
  description: string;
  value: unknown;
  constant: boolean;
  external: boolean;
}

/** What is wrong, and where: a JSON pointer. */
export interface Trouble {
  pointer: string;
  message: string;
}

export interface PlaybookDetail {
  playbook: Playbook;
  variables: Record<string, Variable>;
  refusals: Trouble[];
  document: PlaybookDocument;
}

export interface Checked {
  valid: boolean;
  problems: Trouble[];
  refusals: Trouble[];
}

interface Accepted {
  task: string;
  location: string;
}

export const playbooksQuery = queryOptions({
  queryKey: ['playbooks'],
  queryFn: ({ signal }) => get<Playbook[]>('/api/v1/playbooks', undefined, signal),
  staleTime: 60_000,
});

export const playbookQuery = (id: string) =>
  queryOptions({
    queryKey: ['playbooks', id],
    queryFn: ({ signal }) => get<PlaybookDetail>(`/api/v1/playbooks/${encodeURIComponent(id)}`, undefined, signal),
    staleTime: 60_000,
  });

export const checkQuery = (text: string) =>
  queryOptions({
    queryKey: ['playbooks', 'check', text],
    queryFn: () => post<Checked>('/api/v1/playbooks/check', text),
    staleTime: Infinity,
    gcTime: 10_000,
  });

export interface RunWish {
  variables: Record<string, unknown>;
  dryRun: boolean;
}

/** Runs a playbook of the content by its id, or a document; then shows the run. */
export function useRun(of: string | PlaybookDocument) {
  const client = useQueryClient();
  const go = useNavigate();
  return useMutation({
    meta: { quiet: true },
    mutationFn: (wish: RunWish) =>
      typeof of === 'string'
        ? post<Accepted>(`/api/v1/playbooks/${encodeURIComponent(of)}/runs`, wish)
        : post<Accepted>('/api/v1/executions', { playbook: of, ...wish }),
    onSuccess: ({ location }) => {
      void client.invalidateQueries({ queryKey: ['executions'] });
      void go(`/playbooks/runs/${location.slice(location.lastIndexOf('/') + 1)}`);
    },
  });
}
