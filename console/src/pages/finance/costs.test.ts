import { expect, test } from 'vitest';
import { type Assessment, nextDimension, shares, total } from './costs';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const line = (resource: string, type: string, region: string, soFar: number) => ({
  resource, type, region, started: '2026-01-01T00:00:00Z', perHour: usd(soFar / 2), soFar: usd(soFar),
});
const assessment = (incidentId: string, ...lines: ReturnType<typeof line>[]): Assessment => ({
  incidentId, lines, unpriced: [], source: 'list', until: '2026-01-01T02:00:00Z',
  soFar: usd(lines.reduce((sum, { soFar }) => sum + soFar.amount, 0)), perHour: usd(0),
});
const all = [
  assessment('inc-1', line('i-1', 'm5.large', 'us-east-1', 0.1), line('i-2', 'p4d', 'us-east-1', 0.2)),
  assessment('inc-2', line('i-3', 'm5.large', 'eu-west-1', 4)),
];

test('costs come under each value of a dimension, the dearest first', () => {
  expect(shares(all, 'type').map(({ key, soFar, resources }) => [key, soFar.amount, resources])).toEqual([
    ['m5.large', 4.1, 2],
    ['p4d', 0.2, 1],
  ]);
  expect(shares(all, 'incident').map(({ key }) => key)).toEqual(['inc-2', 'inc-1']);
});

test('sums do not gather the error of binary fractions', () =>
  expect(shares(all, 'region')[1]!.soFar.amount).toBe(0.3));

test('what was chosen narrows what follows', () => {
  expect(shares(all, 'resource', { region: 'us-east-1', type: 'm5.large' }).map(({ key }) => key)).toEqual(['i-1']);
  expect(nextDimension({ incident: 'inc-1' })).toBe('region');
  expect(nextDimension({ incident: 'a', region: 'b', type: 'c', resource: 'd' })).toBe('resource');
});

test('of nothing the total is nothing', () => {
  expect(total([], 'soFar').amount).toBe(0);
  expect(total(all, 'soFar').amount).toBe(4.3);
});
