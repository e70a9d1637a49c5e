import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, type Schemas } from '@/api/client';

/** The ticket that goes with an incident, as Service Orchestration keeps it. */
export type Ticket = Schemas['Ticket'];

export const ticketsQuery = infiniteQueryOptions({
  queryKey: ['tickets'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/tickets', { params: { query: { limit: 200, cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  refetchInterval: 15_000,
});

export interface Summary {
  open: number;
  /** Open ones of the highest priority that any open one has. */
  gravest: { priority: string; count: number } | undefined;
  /** Half of those that were closed took no longer, in milliseconds. */
  median: number | undefined;
  oldest: Ticket | undefined;
}

export function summary(tickets: readonly Ticket[]): Summary {
  const open = tickets.filter(({ status }) => status === 'OPEN').toSorted((a, b) => a.opened.localeCompare(b.opened));
  const highest = open.map(({ priority }) => priority).toSorted()[0];
  const took = tickets
    .flatMap(({ opened, closed }) => (closed ? [Date.parse(closed) - Date.parse(opened)] : []))
    .toSorted((a, b) => a - b);
  return {
    open: open.length,
    gravest: highest === undefined ? undefined : { priority: highest, count: open.filter(({ priority }) => priority === highest).length },
    median: took[Math.floor((took.length - 1) / 2)],
    oldest: open[0],
  };
}

/** `1 h 5 min`: a length of time in its largest two units. */
export function lasting(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return first < 0
    ? '0 s'
    : parts
        .slice(first, first + 2)
        .filter(([value]) => value > 0)
        .map(([value, unit]) => `${value} ${unit}`)
        .join(' ');
}
