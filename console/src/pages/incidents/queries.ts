import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { IncidentDetail } from './types';

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id],
    queryFn: ({ signal }) => get<IncidentDetail>(`/api/v1/incidents/${encodeURIComponent(id)}`, undefined, signal),
    refetchInterval: 10_000,
  });
