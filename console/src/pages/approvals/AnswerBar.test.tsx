import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { alice, serverAnswers, shown } from '../../../test/shown';
import { AnswerBar } from './AnswerBar';
import { notificationsStore } from '@mantine/notifications';
import type { Asked } from './queries';

const asked = {
  approval: { id: 'apr-1', subject: 'inc-1', status: 'PENDING', actions: 2, why: '', requested: '', expires: '' },
  planHash: 'abc',
  plan: { executionId: 'exe-1', subject: 'inc-1', playbookId: 'p', actions: [{}, {}], constraints: [] },
  requestedBy: 'agent:supervisor',
  involved: [],
  votes: [],
  etag: '"7"',
} as unknown as Asked;

const failures = () => notificationsStore.getState().notifications.map((one) => one.message);
const dialog = () => within(screen.getByRole('dialog'));

test('a yes names the plan and the version that were read', async () => {
  const requests = serverAnswers(() => ({ status: 202, body: { task: 't' } }));
  shown(<AnswerBar asked={asked} />);
  await userEvent.click(screen.getByRole('button', { name: 'Approve 2 actions' }));
  await userEvent.type(dialog().getByLabelText('Remark'), 'go ahead');
  await userEvent.click(dialog().getByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(requests).toHaveLength(1));
  expect(requests[0]).toMatchObject({
    method: 'POST',
    path: '/api/v1/approvals/apr-1/answer',
    body: { approve: true, planHash: 'abc', comment: 'go ahead' },
  });
  expect(requests[0]?.headers.get('If-Match')).toBe('"7"');
  expect(requests[0]?.headers.get('Idempotency-Key')).toBeTruthy();
});

test('an answer that is refused says why, and can be given anew', async () => {
  serverAnswers(() => ({
    status: 412,
    body: { type: 'urn:acso:problem:changed-meanwhile', title: 'Precondition Failed', detail: 'read it again' },
  }));
  shown(<AnswerBar asked={asked} />);
  await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
  await userEvent.click(dialog().getByRole('button', { name: 'Reject' }));
  expect(await dialog().findByText('read it again')).toBeTruthy();
  expect(dialog().getByRole('button', { name: 'Reject' })).toBeTruthy();
});

test('who asked for it is told that somebody else decides', () => {
  shown(<AnswerBar asked={{ ...asked, requestedBy: alice.principal }} />);
  expect(screen.getByText(/somebody else decides/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('who may only read is not offered to answer', () => {
  shown(<AnswerBar asked={asked} />, { me: { ...alice, permissions: ['approval.read'] } });
  expect(screen.queryByRole('button')).toBeNull();
});

test('whoever was slower is told who decided', async () => {
  serverAnswers(() => ({
    status: 409,
    body: { type: 'urn:acso:problem:not-answerable', title: 'Not answerable', detail: 'it is already APPROVED, by person:carol' },
  }));
  const { rerender } = shown(<AnswerBar asked={asked} />);
  await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
  await userEvent.click(dialog().getByRole('button', { name: 'Reject' }));
  expect(await dialog().findByText('it is already APPROVED, by person:carol')).toBeTruthy();
  rerender(<p>answered</p>);
  expect(failures()).toContain('it is already APPROVED, by person:carol');
});
