import { type Query, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { type Link, watch } from './changes';
import { isLong, Stale } from './stale';

const EVERY = 1_000;
const WITHOUT = 15_000;

let link: Link = 'waiting';
const watching = new Set<() => void>();

function tell(now: Link) {
  if (link !== now) {
    link = now;
    watching.forEach((each) => each());
  }
}

/** Whether changes come as they happen; while they do not, what is shown is read anew every 15 seconds. */
export function useLink(): Link {
  return useSyncExternalStore(
    (changed) => {
      watching.add(changed);
      return () => watching.delete(changed);
    },
    () => link,
  );
}

/** Keeps what is shown up to date while the frame is there. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stale = new Stale();
    const unwatch = watch(
      (change) => stale.add(change),
      () => stale.everything(),
      tell,
      () => void queries.invalidateQueries({ queryKey: ['me'] }),
    );
    const stop = refresh(queries, stale);
    return () => {
      stop();
      unwatch();
      tell('waiting');
    };
  }, [queries]);
}

/** One reading at a time: a flood of changes never asks faster than the platform answers. */
function refresh(queries: QueryClient, stale: Stale): () => void {
  let busy = false;
  let since = Date.now();
  const timer = setInterval(() => {
    if (busy || document.hidden) {
      return;
    }
    const due = link === 'waiting' && Date.now() - since > WITHOUT;
    const keys = due ? 'all' : stale.take();
    if (keys.length === 0) {
      return;
    }
    busy = true;
    since = Date.now();
    void read(queries, keys).finally(() => {
      busy = false;
    });
  }, EVERY);
  return () => clearInterval(timer);
}

async function read(queries: QueryClient, keys: string[] | 'all'): Promise<void> {
  const stale = ({ queryKey: [first], meta }: Query) =>
    !meta?.still && (keys === 'all' ? first !== 'me' : keys.includes(String(first)));
  // What is only marked is offered to be read by whoever shows it.
  void queries.invalidateQueries({ predicate: (query) => stale(query) && isLong(query), refetchType: 'none' });
  await queries.invalidateQueries({ predicate: (query) => stale(query) && !isLong(query) }, { cancelRefetch: false });
}

/** Whether what a long list shows has changed since it was read. */
export function useChanged(key: QueryKey): boolean {
  const queries = useQueryClient();
  return useSyncExternalStore(
    (changed) => queries.getQueryCache().subscribe(changed),
    () => {
      const query = queries.getQueryCache().find({ queryKey: key });
      return query !== undefined && query.state.isInvalidated && isLong(query);
    },
  );
}
