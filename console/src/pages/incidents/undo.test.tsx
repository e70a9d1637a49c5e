import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { serverAnswers, shown } from '../../../test/shown';
import { ActionsDone } from './ActionsDone';
import type { ActionResult, ExecutionDetail, UndoState } from './types';

const target = { type: 'aws:ec2:instance', scope: 's', id: 'eu-north-1/i-1' };
const stop = { kind: 'aws.ec2.stop-instance', target, arguments: {} };
const start = { kind: 'aws.ec2.start-instance', target, arguments: {} };
const wish: UndoState = { stage: 'AWAITING_APPROVAL', by: 'person:sam', asked: '2026-03-10T10:00:00Z', why: 'false alarm', approval: 'apr-9', policies: ['undo-approved'] };

const action = (more: Partial<ActionResult>): ActionResult => ({
  action: stop,
  agent: 'incident-response',
  at: '2026-03-10T09:00:00Z',
  attempt: 1,
  calls: ['ec2:StopInstances {}'],
  detail: 'it is stopped',
  effect: 'eff-1',
  inverse: start,
  outcome: 'CARRIED_OUT',
  policies: ['contain-approved'],
  stepId: 'step',
  state: 'DONE',
  ...more,
});

const proposed = { planned: { stepId: 'later', dryRun: { action: stop, calls: ['call'], touches: 1, summary: 'stops it' }, blastRadius: { basis: '1 of 40', count: 1, fleet: 40 } }, state: 'PROPOSED' };

function run(...actions: ActionResult[]): ExecutionDetail {
  return { execution: {}, actions, proposed: [], plan: null, decisions: [] } as unknown as ExecutionDetail;
}

const look = {
  planned: { stepId: 'undo:step', dryRun: { action: start, calls: ['ec2:StartInstances {"InstanceIds":["i-1"]}'], touches: 1, inverse: stop, summary: 'starts it' }, blastRadius: { basis: '1 of 40 instances', count: 1, fleet: 40 } },
  decision: { verdict: 'NEEDS_APPROVAL', policies: ['undo-approved'], explanation: 'somebody approves it', content: 'c' },
};

test('what is done is taken back after a look at the exact call', async () => {
  const requests = serverAnswers((request) => (request.method === 'GET' ? { body: look } : { status: 202, body: { task: 't' } }));
  shown(<ActionsDone run={run(action({}))} incident="inc-1" />);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText(/StartInstances/)).toBeTruthy();
  expect(dialog.getByText('undo-approved')).toBeTruthy();
  expect(dialog.getByText(/Touches 1 of 40 instances/)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText(/Why/), 'false alarm');
  await userEvent.click(dialog.getByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ method: 'POST', path: '/api/v1/effects/eff-1/undo', body: { why: 'false alarm' } }));
});

test('what cannot be taken back says why and offers nothing', async () => {
  serverAnswers(() => ({
    status: 409,
    body: { type: 'urn:acso:problem:world-changed', title: 'World changed', detail: 'the instance runs already' },
  }));
  shown(<ActionsDone run={run(action({}))} incident="inc-1" />);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('the instance runs already')).toBeTruthy();
  expect(dialog.queryByRole('button', { name: 'Take it back' })).toBeNull();
});

test('what is being taken back, or was, says so and is not offered again', () => {
  const { unmount } = shown(<ActionsDone run={run(action({ state: 'UNDOING', undo: wish }))} incident="inc-1" />);
  expect(screen.getByText('Being undone')).toBeTruthy();
  expect(screen.getByText(/Sam wanted it taken back/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Approval' }).getAttribute('href')).toBe('/approvals/apr-9');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  unmount();
  shown(<ActionsDone run={run(action({ state: 'UNDONE', undo: { ...wish, stage: 'UNDONE', ended: '2026-03-10T10:05:00Z' } }))} incident="inc-1" />);
  expect(screen.getByText('Undone')).toBeTruthy();
  expect(screen.getByText(/Sam had it taken back/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('an undo that was refused says why, and may be wanted again', () => {
  shown(<ActionsDone run={run(action({ undo: { ...wish, stage: 'REFUSED', detail: 'person:dora said no' } }))} incident="inc-1" />);
  expect(screen.getByText('person:dora said no')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('what the plan still holds is beside what was done, and an attempt that was repeated is not', () => {
  const both = { ...run(action({ state: 'REPEATED', outcome: 'NEEDS_APPROVAL' }), action({})), proposed: [proposed] } as unknown as ExecutionDetail;
  shown(<ActionsDone run={both} incident="inc-1" />);
  expect(screen.getAllByText('Carried out')).toHaveLength(1);
  expect(screen.queryByText('Needs approval')).toBeNull();
  expect(screen.getByRole('heading', { name: 'Still to come' })).toBeTruthy();
  expect(screen.getByText('Planned')).toBeTruthy();
});
