import { queryOptions } from '@tanstack/react-query';
import { get } from './client';

/** What needs somebody, and how the platform is; read by the frame and the overview, once for both. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => get('/api/v1/overview', { signal }),
});
