import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { del, get, post, type Schemas } from '@/api/client';

/** A key of somebody's; it is shown once, when it is made. */
export type ApiKey = Schemas['ApiKeyBody'];

/** A program that gets tokens: a service in its own name, or an app in the name of whoever signs in. */
export type Client = Schemas['ClientBody'];

export type ClientWish = Schemas['ClientWish'];

/** `secret`: of a service, and only now. */
export type MadeClient = Schemas['NewClient'];

export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ['api-keys', 'all'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/api-keys', { params: { query: { limit: 200, cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

export const clientsQuery = infiniteQueryOptions({
  queryKey: ['clients', 'all'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/clients', { params: { query: { limit: 200, cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

function useChange<V, R>(noun: string, change: (value: V) => Promise<R>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { quiet },
    onSettled: () => queries.invalidateQueries({ queryKey: [noun] }),
  });
}

export const useMakeClient = () => useChange('clients', (body: ClientWish) => post('/api/v1/clients', { body }), true);

export const useRenewSecret = () => useChange('clients', (id: string) => post('/api/v1/clients/{id}/secret', { params: { path: { id } } }));

export const useRemoveClient = () => useChange('clients', (id: string) => del('/api/v1/clients/{id}', { params: { path: { id } } }));

export const useRevokeKey = () => useChange('api-keys', (id: string) => del('/api/v1/api-keys/{id}', { params: { path: { id } } }));

/** The redirects that were typed, one a line. */
export function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
}

const WEEK = 7 * 86_400_000;

/** What its expiry asks of a person. */
export function lapse(expires: string, now: number): 'over' | 'soon' | 'later' {
  const left = new Date(expires).getTime() - now;
  return left <= 0 ? 'over' : left < WEEK ? 'soon' : 'later';
}
