import { queryOptions } from '@tanstack/react-query';
import { read } from './read';

/** What needs somebody, and how the platform is; read by the frame and the overview, once for both. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => read('/api/v1/overview', {}, signal),
});
