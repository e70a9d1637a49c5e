import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put } from '@/api/client';
import type { Schemas } from '@/api/read';
import type { Tone } from '@/parts/Tone';

/** `kinds`: all when there are none. */
export type Webhook = Schemas['WebhookBody'];

export type WebhookWish = Schemas['WebhookWish'];

/** The secret that signs; it is shown once. */
export type NewSecret = Schemas['NewSecret'];

export type Delivery = Schemas['Delivery'];

/** What most receivers ask for; any other name of a fact can be written too. */
export const KINDS = [
  'IncidentOpened', 'FindingJoined', 'IncidentRated', 'IncidentContained', 'IncidentResolved', 'FindingRaised', 'ResponseChosen',
  'PlanDecided', 'ApprovalRequested', 'ApprovalEscalated', 'ApprovalAnswered', 'ApprovalClosed', 'ExecutionMoved', 'ActionsEnded',
  'EffectUndone', 'EvidencePreserved', 'ReportWritten', 'TicketOpened', 'TicketClosed', 'AgentSilent', 'AgentBack',
];

const PATH = '/api/v1/webhooks';
const at = (id: string, ...more: string[]) => [PATH, encodeURIComponent(id), ...more].join('/');

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => get<Webhook[]>(PATH, undefined, signal),
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => get<Webhook>(at(id), undefined, signal),
  });

/** Looked at often while something waits to be sent. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      get<{ items: Delivery[]; next?: string }>(at(id, 'deliveries'), { limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => one.status === 'WAITING')) ? 2_000 : 15_000,
  });

function useChange<V, R>(change: (value: V) => Promise<R>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { quiet },
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

export const useSubscribe = () => useChange((wish: WebhookWish) => post<NewSecret>(PATH, wish), true);

export const useChangeWebhook = () =>
  useChange(
    ({ id, url, kinds, description, paused }: WebhookWish & { id: string }) =>
      put<Webhook>(at(id), { url, kinds, description, paused }),
    true,
  );

export const useRekey = () => useChange((id: string) => post<NewSecret>(at(id, 'secret')));

export const usePing = () => useChange((id: string) => post(at(id, 'ping')));

export const useDelete = () => useChange((id: string) => del(at(id)));

export const useReplay = (id: string) => useChange((delivery: string) => post(at(id, 'deliveries', encodeURIComponent(delivery), 'replay')));

/** How the last attempt ended, in a few words: what the receiver said, or why it said nothing. */
export function outcome({ attempts }: Delivery): string {
  const last = attempts.at(-1);
  if (!last) {
    return 'Not tried yet';
  }
  return last.status > 0 ? `HTTP ${last.status}` : last.detail || 'No answer';
}

export function standing({ status, attempts }: Delivery): [Tone, string] {
  switch (status) {
    case 'DELIVERED':
      return ['good', 'Delivered'];
    case 'GIVEN_UP':
      return ['critical', 'Given up'];
    default:
      return attempts.length > 0 ? ['medium', 'Tried again'] : ['accent', 'Waiting'];
  }
}
