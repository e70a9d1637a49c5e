import { expect, test } from 'vitest';
import type { Levels } from './api';
import { kindName } from '../approvals/plan';
import { families, patternTitle, standings, usualLevel } from './levels';

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

test('kinds of action lie under the system that they reach', () => {
  const shown = families(standings(levels, 'a', ['aws.ec2.stop-instance', 'aws.iam.attach', 'aws.ec2.start-instance', 'plain']));
  expect(shown.map(({ name, standings: kinds }) => [name, kinds.map(({ kind }) => kindName(kind))])).toEqual([
    ['AWS EC2', ['Start instance', 'Stop instance']],
    ['AWS IAM', ['Attach']],
    ['', ['Plain']],
    ['SSH', ['Command']],
  ]);
  expect(['notify.*', 'aws.ec2.snapshot-volumes'].map(patternTitle)).toEqual(['Notify, every action', 'Snapshot volumes']);
});
