import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { del, get, post, put, type Schemas } from '@/api/client';
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

const at = (id: string) => ({ path: { id } });

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => get('/api/v1/webhooks', { signal }),
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => get('/api/v1/webhooks/{id}', { params: at(id), signal }),
  });

/** Looked at often while something waits to be sent. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/webhooks/{id}/deliveries', { params: { ...at(id), query: { limit: 50, cursor: pageParam } }, signal }),
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

export const useSubscribe = () => useChange((body: Schemas['NewWebhook']) => post('/api/v1/webhooks', { body }), true);

export const useChangeWebhook = () =>
  useChange(
    ({ id, url, kinds, description, paused }: WebhookWish & { id: string }) =>
      put('/api/v1/webhooks/{id}', { params: at(id), body: { url, kinds, description, paused } }),
    true,
  );

export const useRekey = () => useChange((id: string) => post('/api/v1/webhooks/{id}/secret', { params: at(id) }));

export const usePing = () => useChange((id: string) => post('/api/v1/webhooks/{id}/ping', { params: at(id) }));

export const useDelete = () => useChange((id: string) => del('/api/v1/webhooks/{id}', { params: at(id) }));

export const useReplay = (id: string) => useChange((delivery: string) =>
    post('/api/v1/webhooks/{id}/deliveries/{delivery}/replay', { params: { path: { id, delivery } } }));

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
