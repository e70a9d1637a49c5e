import { queryOptions, useQuery } from '@tanstack/react-query';
import { get, type Schemas } from './client';
import { Problem } from './problem';

/** Who is signed in, and what they may do. */
export type Me = Schemas['MeBody'];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get('/api/v1/me', { signal }),
  staleTime: 60_000,
});

/** Only within the frame, which shows nothing before this is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) {
    throw new Error('outside the frame');
  }
  return data;
}

/** Whether the person may do this operation. What may not be done is not offered; the server decides all the same. */
export function useMay(): (operation: string) => boolean {
  const { permissions } = useMe();
  return (operation) => permissions.includes('*') || permissions.includes(operation);
}

export function notSignedIn(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}
