import { expect, test } from 'vitest';
import { because, learnedLater, moments, ruleTitle } from './timeline';
import type { IncidentFact } from './types';

const joined = (happened: string, text: string): IncidentFact => ({
  fact: 'FindingJoined',
  at: '2026-03-10T10:00:00Z',
  happened,
  text,
  findingId: 'fnd-1',
});

test('the same finding several times is one line with its last time', () => {
  const told = moments([
    joined('2026-03-10T09:00:00Z', 'Key asks who it is: same actor'),
    joined('2026-03-10T09:01:00Z', 'Policy attached: same principal'),
    joined('2026-03-10T09:02:00Z', 'Key asks who it is: the same key'),
  ]);
  expect(told.map((moment) => [ruleTitle(moment.fact.text), moment.times, moment.until])).toEqual([
    ['Key asks who it is', 2, '2026-03-10T09:02:00Z'],
    ['Policy attached', 1, '2026-03-10T09:01:00Z'],
  ]);
});

test('what happened earlier comes first, whenever the platform learned of it', () => {
  const told = moments([
    { fact: 'IncidentOpened', at: '2026-03-10T10:00:00Z', text: 'opened' },
    joined('2026-03-10T09:00:00Z', 'Policy attached'),
    { fact: 'IncidentRated', at: '2026-03-10T10:00:00Z', text: 'rated HIGH' },
  ]);
  expect(told.map((moment) => moment.fact.fact)).toEqual(['FindingJoined', 'IncidentOpened', 'IncidentRated']);
  expect(learnedLater(joined('2026-03-10T09:00:00Z', 'x'))).toBe(true);
});

test('says why a finding belongs, where that is said', () => {
  expect(because('Policy attached: the same principal')).toBe('the same principal');
  expect(because('Policy attached')).toBeNull();
});
