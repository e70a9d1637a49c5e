import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { get, post } from '@/api/client';
import type { components } from '@/api/schema';
import type { PlaybookDocument } from '../incidents/types';

type Schemas = components['schemas'];

export type Playbook = Schemas['PlaybookSummary'];
export type Variable = Schemas['Variable'];

/** What is wrong, and where: a JSON pointer. */
export interface Trouble {
  pointer: string;
  message: string;
}

export type PlaybookDetail = Omit<Schemas['PlaybookBody'], 'document' | 'refusals'> & {
  document: PlaybookDocument;
  refusals: Trouble[];
};

export interface Checked {
  valid: boolean;
  problems: Trouble[];
  refusals: Trouble[];
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
        ? post<Schemas['Accepted']>(`/api/v1/playbooks/${encodeURIComponent(of)}/runs`, wish)
        : post<Schemas['Accepted']>('/api/v1/executions', { playbook: of, ...wish }),
    onSuccess: ({ location }) => {
      void client.invalidateQueries({ queryKey: ['executions'] });
      void go(`/playbooks/runs/${location.slice(location.lastIndexOf('/') + 1)}`);
    },
  });
}
