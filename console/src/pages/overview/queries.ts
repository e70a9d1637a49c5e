import { queryOptions } from '@tanstack/react-query';
import { get, type Schemas } from '@/api/client';

export type Agent = Schemas['AgentBody'];
export type Queue = Schemas['QueueBody'];
export type Overview = Schemas['OverviewBody'];

/** The actions of which nobody knows whether they took. */
export const uncertainQuery = queryOptions({
  queryKey: ['effects', 'uncertain'],
  queryFn: ({ signal }) => get('/api/v1/effects', { signal }),
});
