import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type PoliciesInForce = Schemas['InForceBody'];

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => get<PoliciesInForce>('/api/v1/policies', undefined, signal),
  staleTime: 60_000,
});

export const policyFilesQuery = (hash: string) =>
  queryOptions({
    queryKey: ['policies', hash],
    queryFn: ({ signal }) => get<Record<string, string>>(`/api/v1/policies/${hash}`, undefined, signal),
    staleTime: Infinity,
  });
