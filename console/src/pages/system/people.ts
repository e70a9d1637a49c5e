import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { del, get, patch, post, type Schemas } from '@/api/client';

export type Person = Schemas['PersonBody'];

/** An invitation is shown once; `link` is below the platform's address. */
export type Invited = Schemas['InvitedBody'];

export const ROLES: [value: string, label: string, meaning: string][] = [
  ['viewer', 'Viewer', 'sees what happens'],
  ['analyst', 'Analyst', 'investigates, hunts, discusses'],
  ['responder', 'Responder', 'runs playbooks, undoes, stops agents'],
  ['approver', 'Approver', 'answers what is asked before the platform acts'],
  ['service-manager', 'Service manager', 'sees to those who are hit'],
  ['finance', 'Finance', 'sees what it costs'],
  ['administrator', 'Administrator', 'sees to the platform itself'],
];

/** What a role is called; its own name where it is none of ours. */
export function roleTitle(role: string): string {
  return ROLES.find(([value]) => value === role)?.[1] ?? role;
}

export const peopleQuery = infiniteQueryOptions({
  queryKey: ['people'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/people', { params: { query: { limit: 200, cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

/** A browser in which somebody is signed in. */
export type Session = Schemas['SessionBody'];

export const sessionsQuery = (person: string) =>
  queryOptions({
    queryKey: ['sessions', person],
    queryFn: ({ signal }) => get('/api/v1/sessions', { params: { query: { person } }, signal }),
  });

export function useEndSession(person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del('/api/v1/sessions/{id}', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions', person] }),
  });
}

export type PersonWish = Schemas['PersonWish'];

/** A change of people; the list is read anew after it. */
function useChange<V, R>(change: (value: V) => Promise<R>, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { quiet },
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export const useInvite = () => useChange((body: PersonWish) => post('/api/v1/people', { body }), true);

export const useInviteAgain = () =>
  useChange((username: string) => post('/api/v1/people/{username}/invitation', { params: { path: { username } } }));

export const useSignOut = () =>
  useChange((username: string) => del('/api/v1/people/{username}/sessions', { params: { path: { username } } }));

export const useChangePerson = () =>
  useChange(
    ({ username, ...body }: Schemas['PersonChange'] & { username: string }) =>
      patch('/api/v1/people/{username}', { params: { path: { username } }, body }),
    true,
  );
