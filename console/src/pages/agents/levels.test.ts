import { expect, test } from 'vitest';
import type { Levels } from './api';
import { standings, usualLevel } from './levels';

const levels: Levels = {
  otherwise: 'APPROVE',
  kinds: { 'notify.*': 'ACT', 'notify.page': 'OBSERVE' },
  settings: [
    { agent: 'agent:a', kind: 'ssh.command', level: 'OBSERVE', by: 'person:ann', reason: 'new', since: '2026-01-01T00:00:00Z' },
    { agent: 'agent:b', kind: 'notify.mail', level: 'OBSERVE', by: 'person:ann', reason: '', since: '2026-01-01T00:00:00Z' },
  ],
};

test('the longest pattern that fits gives the default', () => {
  expect(usualLevel(levels, 'notify.mail')).toBe('ACT');
  expect(usualLevel(levels, 'notify.page')).toBe('OBSERVE');
  expect(usualLevel(levels, 'aws.stop')).toBe('APPROVE');
});

test('what a person set for this agent wins, and another agent is not concerned', () => {
  const shown = standings(levels, 'a', ['notify.mail', 'aws.stop']);
  expect(shown.map(({ kind, level }) => [kind, level])).toEqual([
    ['aws.stop', 'APPROVE'],
    ['notify.mail', 'ACT'],
    ['ssh.command', 'OBSERVE'],
  ]);
  expect(shown.at(-1)?.setting?.by).toBe('person:ann');
});
