import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { alice, serverAnswers, shown } from '../../../test/shown';
import { ActionsDone } from './ActionsDone';
import type { ActionResult, ExecutionDetail } from './types';

const action = (outcome: ActionResult['outcome']): ActionResult => ({
  action: { kind: 'aws.ec2.stop-instance', target: { type: 'aws:ec2:instance', scope: 's', id: 'eu-north-1/i-1' }, arguments: {} },
  agent: 'incident-response',
  at: '2026-03-10T09:00:00Z',
  attempt: 1,
  calls: ['ec2:StopInstances {"InstanceIds":["i-1"]}'],
  detail: 'the connection was lost',
  effect: 'exe-1/step/0',
  outcome,
  policies: ['contain-approved'],
  state: outcome === 'UNCERTAIN' ? 'UNCERTAIN' : 'DONE',
  stepId: 'step',
});
const run = (outcome: ActionResult['outcome']) => ({ execution: {}, actions: [action(outcome)], proposed: [], plan: null, decisions: [] }) as unknown as ExecutionDetail;

test('what nobody knows is settled by a person who looked, and says what they saw', async () => {
  const requests = serverAnswers(() => ({ body: {} }));
  shown(<ActionsDone run={run('UNCERTAIN')} incident="inc-1" />);
  await userEvent.click(screen.getByRole('button', { name: 'It did not' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'It did not happen' })).toHaveProperty('disabled', true);
  await userEvent.type(dialog.getByLabelText(/What you saw/), 'it still runs');
  await userEvent.click(dialog.getByRole('button', { name: 'It did not happen' }));
  await waitFor(() => expect(requests).toHaveLength(1));
  expect(requests[0]).toMatchObject({
    method: 'POST',
    path: '/api/v1/effects/exe-1%2Fstep%2F0/settle',
    body: { happened: false, why: 'it still runs' },
  });
});

test('what is known is not asked about, nor whoever may not settle it', () => {
  const { unmount } = shown(<ActionsDone run={run('CARRIED_OUT')} incident="inc-1" />);
  expect(screen.queryByRole('button', { name: /It happened/ })).toBeNull();
  unmount();
  shown(<ActionsDone run={run('UNCERTAIN')} incident="inc-1" />, { me: { ...alice, permissions: ['incident.read'] } });
  expect(screen.queryByRole('button', { name: /It happened/ })).toBeNull();
});
