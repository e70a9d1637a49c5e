import { queryOptions } from '@tanstack/react-query';
import { read } from '@/api/read';
import type { components } from '@/api/schema';

export type Agent = components['schemas']['AgentBody'];
export type Queue = components['schemas']['QueueBody'];
export type Overview = components['schemas']['OverviewBody'];

/** The actions of which nobody knows whether they took. */
export const uncertainQuery = queryOptions({
  queryKey: ['effects', 'uncertain'],
  queryFn: ({ signal }) => read('/api/v1/effects', {}, signal),
});
