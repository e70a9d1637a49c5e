import { describe, expect, it } from 'vitest';
import { isLong, Stale } from '@/live/stale';

const change = (kind: string, noun: string) => ({ id: '1', kind, noun, subject: 'x', correlationId: 'x' });

it('a list that somebody has gone far down is not read anew by itself', () => {
  const list = (pages: number) => ({ state: { data: { pages: Array.from({ length: pages }) } } });
  expect([list(1), list(3), list(4), { state: { data: undefined } }].map(isLong)).toEqual([false, false, true, false]);
});

describe('what changes make stale', () => {
  it('is each thing once, however many changes came', () => {
    const stale = new Stale();
    for (let i = 0; i < 500; i++) {
      stale.add(change('IncidentUpdated', 'incident'));
      stale.add(change('ApprovalRequested', 'approval'));
    }
    expect(new Set(stale.take())).toEqual(new Set(['incidents', 'overview', 'approvals']));
    expect(stale.take()).toEqual([]);
  });

  it('is everything when some were missed, or one is of a kind not known here', () => {
    const stale = new Stale();
    stale.add(change('Missed', 'other'));
    expect(stale.take()).toBe('all');
    stale.add(change('BudgetExceeded', 'budget'));
    expect(stale.take()).toBe('all');
    expect(stale.take()).toEqual([]);
  });
});
