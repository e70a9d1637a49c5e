import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { get, post, type Schemas } from '@/api/client';
import type { PlaybookDocument } from '../incidents/types';

export type Playbook = Schemas['PlaybookSummary'];
export type Variable = Schemas['Variable'];

/** What is wrong, and where: a JSON pointer. */
export type Trouble = Schemas['Problem'];
export type PlaybookDetail = Schemas['PlaybookBody'];
export type Checked = Schemas['Checked'];

export const playbooksQuery = queryOptions({
  queryKey: ['playbooks'],
  queryFn: ({ signal }) => get('/api/v1/playbooks', { signal }),
  staleTime: 60_000,
});

export const playbookQuery = (id: string) =>
  queryOptions({
    queryKey: ['playbooks', id],
    queryFn: ({ signal }) => get('/api/v1/playbooks/{id}', { params: { path: { id } }, signal }),
    staleTime: 60_000,
  });

export const checkQuery = (text: string) =>
  queryOptions({
    queryKey: ['playbooks', 'check', text],
    queryFn: ({ signal }) => post('/api/v1/playbooks/check', { body: JSON.parse(text) as Record<string, unknown>, signal }),
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
        ? post('/api/v1/playbooks/{id}/runs', { params: { path: { id: of } }, body: wish })
        : post('/api/v1/executions', { body: { playbook: { ...of }, ...wish } }),
    onSuccess: ({ location }) => {
      void client.invalidateQueries({ queryKey: ['executions'] });
      void go(`/playbooks/runs/${location.slice(location.lastIndexOf('/') + 1)}`);
    },
  });
}
