import { expect, test } from 'vitest';
import type { Plan, PlanDecision, PlannedAction } from '../incidents/types';
import { kindName, kindPlace, ranges, said as gathered, share, steps } from './plan';

const action = (stepId: string, kind: string, id: string, undo: boolean): PlannedAction => ({
  stepId,
  dryRun: {
    action: { kind, target: { type: 'host', scope: 's', id }, arguments: {} },
    calls: [],
    touches: 1,
    inverse: undo ? { kind: 'undo', target: { type: 'host', scope: 's', id }, arguments: {} } : undefined,
    summary: '',
  },
  blastRadius: { count: 1, fleet: 4, basis: '' },
});

const plan: Plan = {
  executionId: 'e',
  subject: 'i',
  playbookId: 'p',
  actions: [action('1', 'a.stop', 'x', true), action('1', 'a.stop', 'y', true), action('2', 'a.wipe', 'x', false)],
  constraints: [],
};

const said = (stepId: string, kind: string, verdict: 'PERMIT' | 'NEEDS_APPROVAL'): PlanDecision => ({
  stepId,
  action: { kind, target: { type: 'host', scope: 's', id: 'x' }, arguments: {} },
  decision: { verdict, policies: ['p1'], explanation: 'because', content: 'c' },
});

test('actions of a step stand together, as the plan orders them', () => {
  expect(steps(plan, []).map((step) => [step.kind, step.actions.length, step.reversible])).toEqual([
    ['a.stop', 2, true],
    ['a.wipe', 1, false],
  ]);
});

test('the gravest verdict of a step is shown, and each reason once', () => {
  const [first] = steps(plan, [said('1', 'a.stop', 'PERMIT'), said('1', 'a.stop', 'NEEDS_APPROVAL')]);
  expect(first?.verdict).toBe('NEEDS_APPROVAL');
  expect(first?.reasons).toHaveLength(1);
});

test('touches a share of what is known, and all of what is not', () => {
  const [first] = steps(plan, []);
  expect(first && share(first)).toEqual({ count: 2, fleet: 4, share: 0.5 });
  const unknown = steps({ ...plan, actions: [{ ...action('1', 'a', 'x', true), blastRadius: { count: 1, fleet: 0, basis: '' } }] }, []);
  expect(unknown[0] && share(unknown[0]).share).toBe(1);
});

test('a kind is read as words', () => {
  expect(kindName('aws.ec2.stop-instance')).toBe('Stop instance');
  expect(kindPlace('aws.ec2.stop-instance')).toBe('AWS EC2');
  expect([kindPlace('notify.webhook'), kindName('http.openc2'), kindName('shell.powershell')]).toEqual(['Notify', 'OpenC2', 'PowerShell']);
});

test('what the policies say stands once, with the steps it was said of', () => {
  const inOrder = steps(plan, [said('1', 'a.stop', 'NEEDS_APPROVAL'), said('2', 'a.wipe', 'NEEDS_APPROVAL')]);
  expect(gathered(inOrder)).toEqual([{ policies: ['p1'], explanation: 'because', steps: [1, 2] }]);
});

test('numbers are written as people write them', () => {
  expect([[1], [1, 2], [1, 2, 3, 5], [2, 4, 5, 6, 7]].map(ranges)).toEqual(['1', '1, 2', '1 to 3, 5', '2, 4 to 7']);
});
