import { expect, test } from 'vitest';
import { brief, type Entry, gist, idName, place, toneOf, words } from './trail';

test('a kind reads as words', () => {
  expect(words('ApprovalRequested')).toBe('Approval requested');
  expect(words('PlanDecided')).toBe('Plan decided');
  expect(words('rotate-data-key')).toBe('Rotate data key');
});

test('an id leads to the page that shows it', () => {
  expect(place('inc-1')).toBe('/incidents/inc-1');
  expect(place('agent:threat-hunter')).toBe('/agents/threat-hunter');
  expect(place('agent:*')).toBeUndefined();
  expect(place('person:ann')).toBeUndefined();
  expect(place('inc-/../x')).toBe('/incidents/inc-%2F..%2Fx');
});

test('a long hash is shortened in its middle', () => {
  expect(brief('390871e77b7b77ddc19aa436193198360c5b6fda')).toBe('390871e77b7b7…0c5b6fda');
  expect(brief('short')).toBe('short');
});

const entry = (facts: Record<string, string>): Entry => ({
  index: 1, time: '2026-01-01T00:00:00Z', kind: 'PlanDecided', who: 'agent:supervisor', subject: 'exe-1', correlationId: 'inc-1', facts,
});

test('the gist of an entry is what its facts say in words, not its hashes', () => {
  expect(gist(entry({ actions: '17', verdicts: '{PERMIT=4, NEEDS_APPROVAL=13}', planHash: 'ab12' }))).toBe('17 actions, 4 permitted, 13 to be approved');
  expect(gist(entry({ actions: '1', verdicts: '{FORBID=1}' }))).toBe('1 action, 1 forbidden');
  expect(gist(entry({ by: 'agent:threat-hunter' }))).toBe('by the threat hunter agent');
  expect(gist(entry({ status: 'AWAITING_APPROVAL' }))).toBe('awaiting approval');
  expect(gist(entry({ operation: 'key.manage', policies: 'step-up' }))).toBe('key.manage');
  expect(gist(entry({ sha256: 'ff'.repeat(32) }))).toBe('');
});

test('an id is told by what it is the id of, and its end', () => {
  expect(idName('inc-4988be106d9265b18208aefc')).toBe('incident …8aefc');
  expect(idName('agent:threat-hunter')).toBe('Threat hunter agent');
  expect(idName('checkpoint')).toBe('checkpoint');
});

test('refusals stand out', () => {
  expect(['AccessDenied', 'SignInRefused', 'KillSwitchEngaged', 'EffectFailed'].map(toneOf)).toEqual(Array(4).fill('critical'));
  expect(toneOf('ApprovalGranted')).toBe('good');
  expect(toneOf('SignedIn')).toBe('neutral');
});
