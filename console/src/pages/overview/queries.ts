import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { components } from '@/api/schema';

export type Agent = components['schemas']['AgentBody'];
export type Queue = components['schemas']['QueueBody'];
export type Overview = components['schemas']['OverviewBody'];

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => get<Overview>('/api/v1/overview', undefined, signal),
  refetchInterval: 5_000,
});
