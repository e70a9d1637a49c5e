import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, del, get, post } from '@/api/client';

export interface Person {
  username: string;
  displayName: string;
  roles: string[];
  disabled: boolean;
  created: string;
  /** Who vouches for them, when it is not this platform. */
  issuer?: string;
}

/** An invitation is shown once; `link` is below the platform's address. */
export interface Invited {
  person: Person;
  link: string;
}

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
  queryFn: ({ pageParam, signal }) =>
    get<{ items: Person[]; next?: string }>('/api/v1/people', { limit: 200, cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

/** A browser in which somebody is signed in. */
export interface Session {
  id: string;
  started: string;
  seen: string;
  until: string;
  browser: string;
  address: string;
  assurance: string;
  current: boolean;
}

export const sessionsQuery = (person: string) =>
  queryOptions({
    queryKey: ['sessions', person],
    queryFn: ({ signal }) => get<Session[]>('/api/v1/sessions', { person }, signal),
  });

export function useEndSession(person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => del(`/api/v1/sessions/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions', person] }),
  });
}

export interface PersonWish {
  username: string;
  displayName: string;
  roles: string[];
}

const at = (username: string, ...more: string[]) => ['/api/v1/people', encodeURIComponent(username), ...more].join('/');

/** A change of people; the list is read anew after it. */
function useChange<V, R>(change: (value: V) => Promise<R>, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { quiet },
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export const useInvite = () => useChange((wish: PersonWish) => post<Invited>('/api/v1/people', wish), true);

export const useInviteAgain = () => useChange((username: string) => post<Invited>(at(username, 'invitation')));

export const useSignOut = () => useChange((username: string) => del(at(username, 'sessions')));

export const useChangePerson = () =>
  useChange(
    ({ username, ...body }: Partial<Person> & { username: string }) => call<Person>('PATCH', at(username), { body }),
    true,
  );
