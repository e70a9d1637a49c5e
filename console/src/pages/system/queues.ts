import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '@/app/queries';
import { del, get, post, type Schemas } from '@/api/client';

/** `oldest` is an ISO 8601 duration. */
export type Queue = Schemas['QueueBody'];
export type DeadLetter = Schemas['DeadLetterBody'];

export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: ({ signal }) => get('/api/v1/queues', { signal }),
  refetchInterval: 5_000,
});

export const deadLettersQuery = (queue: string) =>
  infiniteQueryOptions({
    queryKey: ['queues', queue, 'dead-letters'],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/queues/{name}/dead-letters', { params: { path: { name: queue }, query: { limit: 100, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });

export type Deed = 'redrive' | 'purge';

/** Puts dead letters back into their queue, or deletes them for good: those named, or without names all of them. */
export function useDeadLetters(queue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ deed, ids }: { deed: Deed; ids?: string[] }) => (ids ? each(queue, deed, ids) : every(queue, deed)),
    onSuccess: (count, { deed }) => done(`${count} ${count === 1 ? 'message' : 'messages'} ${deed === 'redrive' ? 'back in the queue' : 'deleted'}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['queues'] }),
  });
}

async function each(queue: string, deed: Deed, ids: string[]): Promise<number> {
  for (const id of ids) {
    const one = { params: { path: { name: queue, messageId: id } } };
    await (deed === 'redrive'
      ? post('/api/v1/queues/{name}/dead-letters/{messageId}/redrive', one)
      : del('/api/v1/queues/{name}/dead-letters/{messageId}', one));
  }
  return ids.length;
}

/** Some at a time, until none is left of those that were dead when this began. */
async function every(queue: string, deed: Deed): Promise<number> {
  let count = 0;
  let before: string | undefined;
  for (;;) {
    const some = { params: { path: { name: queue }, query: { before } } };
    const moved: Schemas['Moved'] = await (deed === 'redrive'
      ? post('/api/v1/queues/{name}/dead-letters/redrive', some)
      : del('/api/v1/queues/{name}/dead-letters', some));
    before = moved.before;
    count += moved.messages.length;
    if (moved.messages.length === 0) {
      return count;
    }
  }
}

/** `PT26H1M` is `1 d 2 h`; nothing for no time. */
export function age(duration: string): string {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(duration);
  if (!found) {
    return '';
  }
  const hours = Number(found[1] ?? 0);
  const parts: [number, string][] = [
    [Math.floor(hours / 24), 'd'],
    [hours % 24, 'h'],
    [Number(found[2] ?? 0), 'min'],
    [Number(found[3] ?? 0), 's'],
  ];
  return parts
    .filter(([value]) => value > 0)
    .slice(0, 2)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
}
