import { queryOptions } from '@tanstack/react-query';
import { get, type Schemas } from '@/api/client';

export type PoliciesInForce = Schemas['InForceBody'];

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => get('/api/v1/policies', { signal }),
  staleTime: 60_000,
});

export const policyFilesQuery = (hash: string) =>
  queryOptions({
    queryKey: ['policies', hash],
    queryFn: ({ signal }) => get('/api/v1/policies/{hash}', { params: { path: { hash } }, signal }),
    staleTime: Infinity,
  });
