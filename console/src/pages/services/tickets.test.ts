import { expect, test } from 'vitest';
import { lasting, summary, type Ticket } from './tickets';

const ticket = (priority: string, opened: string, closed?: string): Ticket => ({
  id: `tkt-${opened}`, incidentId: 'inc-1', title: 'T', priority, status: closed ? 'CLOSED' : 'OPEN', opened, closed,
});

test('what is open is counted by the gravest, and the one that waits longest is named', () => {
  const found = summary([
    ticket('P2', '2026-01-02T00:00:00Z'),
    ticket('P1', '2026-01-03T00:00:00Z'),
    ticket('P1', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z'),
  ]);
  expect(found.open).toBe(2);
  expect(found.gravest).toEqual({ priority: 'P1', count: 1 });
  expect(found.oldest?.opened).toBe('2026-01-02T00:00:00Z');
  expect(found.median).toBe(3_600_000);
});

test('nothing is said of what there is none of', () =>
  expect(summary([])).toEqual({ open: 0, gravest: undefined, median: undefined, oldest: undefined }));

test('half took no longer than the median', () => {
  const closed = ['00:01:00', '00:02:00', '01:00:00', '05:00:00'].map((at) => ticket('P3', '2026-01-01T00:00:00Z', `2026-01-01T${at}Z`));
  expect(summary(closed).median).toBe(120_000);
});

test('a length of time is told in two units', () => {
  expect(lasting(0)).toBe('0 s');
  expect(lasting(3_900_000)).toBe('1 h 5 min');
  expect(lasting(86_400_000 + 60_000)).toBe('1 d');
  expect(lasting(59_900)).toBe('1 min');
});
