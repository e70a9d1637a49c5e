import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, type Schemas } from '@/api/client';
import type { Tone } from '@/parts/Tone';
import { who, whoAlone } from '@/parts/who';
import { count } from '@/parts/words';

/** One entry of the ledger. */
export type Entry = Schemas['AuditEntry'];

export interface TrailWish {
  who?: string;
  kind?: string;
  about?: string;
  from?: string;
  until?: string;
}

export const trailQuery = (wish: TrailWish, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['audit', wish, limit],
    queryFn: ({ pageParam, signal }) => get('/api/v1/audit', { params: { query: { ...wish, limit, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** What is worth knowing of an entry before it is opened, by the names of its facts. */
const TELLING = ['operation', 'command', 'kind', 'verdicts', 'level', 'status', 'severity', 'roles', 'factor', 'client', 'name', 'by', 'priority', 'reason'];
const MOST_TOLD = 3;

/** `17 actions, 4 permitted, 13 to be approved`: an entry in a few words; empty where its facts are hashes and ids. */
export function gist({ facts }: Entry): string {
  const told = TELLING.flatMap((name) => facts[name] ?? [])
    .filter((value) => value !== '' && value.length < 90)
    .slice(0, MOST_TOLD)
    .map(plain);
  return [...(facts.actions ? [count(Number(facts.actions), 'action')] : []), ...told].join(', ');
}

const VERDICTS: Record<string, string> = { PERMIT: 'permitted', NEEDS_APPROVAL: 'to be approved', FORBID: 'forbidden' };

/** `{PERMIT=4, FORBID=1}` is `4 permitted, 1 forbidden`; names in capitals are words, and principals have names. */
function plain(value: string): string {
  const counted = [...value.matchAll(/([A-Z_]+)=(\d+)/g)];
  if (value.startsWith('{') && counted.length > 0) {
    return counted.map(([, name = '', number]) => `${number} ${VERDICTS[name] ?? name.replaceAll('_', ' ').toLowerCase()}`).join(', ');
  }
  if (/^(person|agent|service):/.test(value)) {
    return `by ${who(value)}`;
  }
  return /^[A-Z_]+$/.test(value) ? value.replaceAll('_', ' ').toLowerCase() : value;
}

/** Refusals and failures stand out, and so does what went well; most entries are neither. */
export function toneOf(kind: string): Tone {
  if (/Denied|Refused|Rejected|Failed|Locked|Killed|Engaged|Stopped/.test(kind)) {
    return 'critical';
  }
  if (/Uncertain|Expired|Revoked|Removed|Disabled|Undone|Reset/.test(kind)) {
    return 'high';
  }
  return /Granted|CarriedOut|Resolved|Completed|Released/.test(kind) ? 'good' : 'neutral';
}

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
    ['whk-', '/system/webhooks/'],
    ['agent:', '/agents/'],
  ];
  const found = pages.find(([prefix]) => id.startsWith(prefix));
  if (!found || id === 'agent:*') {
    return undefined;
  }
  const [prefix, page] = found;
  return page + encodeURIComponent(prefix === 'agent:' ? id.slice(prefix.length) : id);
}

const NOUNS: [prefix: string, noun: string][] = [['inc-', 'incident'], ['apr-', 'approval'], ['exe-', 'run'], ['tkt-', 'ticket'], ['whk-', 'webhook']];

/** An id as people tell two of them apart: `inc-4988be106d9265b18208aefc` is `incident …8aefc`. */
export function idName(id: string): string {
  const noun = NOUNS.find(([prefix]) => id.startsWith(prefix))?.[1];
  return noun ? `${noun} …${id.slice(-5)}` : /^(person|agent|service):/.test(id) ? whoAlone(id) : brief(id, 34);
}

/** A hash or long id, short enough for a line; whole on hover. */
export function brief(text: string, most = 22): string {
  return text.length <= most ? text : `${text.slice(0, most - 9)}…${text.slice(-8)}`;
}
