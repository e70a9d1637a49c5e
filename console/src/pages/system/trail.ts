import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { Schemas } from '@/api/read';

/** One entry of the ledger. */
export type Entry = Schemas['AuditEntry'];

export interface TrailWish {
  who?: string;
  kind?: string;
  about?: string;
  from?: string;
  until?: string;
}

interface Page {
  items: Entry[];
  next?: string;
}

export const trailQuery = (wish: TrailWish, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['audit', wish, limit],
    queryFn: ({ pageParam, signal }) => get<Page>('/api/v1/audit', { ...wish, limit, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** `ApprovalRequested` reads `Approval requested`. */
export function words(kind: string): string {
  const spaced = kind
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Where the console shows what has this id; nothing when it has no page. */
export function place(id: string): string | undefined {
  const pages: [string, string][] = [
    ['inc-', '/incidents/'],
    ['apr-', '/approvals/'],
    ['exe-', '/playbooks/runs/'],
    ['agent:', '/agents/'],
  ];
  const found = pages.find(([prefix]) => id.startsWith(prefix));
  if (!found || id === 'agent:*') {
    return undefined;
  }
  const [prefix, page] = found;
  return page + encodeURIComponent(prefix === 'agent:' ? id.slice(prefix.length) : id);
}

/** A hash or long id, short enough for a line; whole on hover. */
export function brief(text: string, most = 22): string {
  return text.length <= most ? text : `${text.slice(0, most - 9)}…${text.slice(-8)}`;
}
