import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shown } from '../../../test/shown';
import type { ExecutionDetail } from '../incidents/types';
import { RunPlan } from './RunPlan';

const empty = { actions: [], constraints: [], executionId: 'exe-1', playbookId: 'p', subject: 'exe-1' };

test('a dry run without what the playbook needs says, step by step, what to give', () => {
  const dry = {
    execution: { subject: 'exe-1' },
    actions: [],
    proposed: [],
    leftOut: [],
    decisions: [],
    plan: empty,
    unplanned: [
      { stepId: 'a', name: 'Deactivate the access keys', kind: 'aws.iam.deactivate-access-key', lacks: ['access_keys'], why: 'there is nothing to act on: access_keys is empty' },
    ],
  } as unknown as ExecutionDetail;
  shown(<RunPlan of={dry} />);
  expect(screen.getByText('It would change nothing')).toBeTruthy();
  expect(screen.getByText('Deactivate the access keys')).toBeTruthy();
  expect(screen.getByText('There is nothing to act on: access_keys is empty.')).toBeTruthy();
  expect(screen.getByText('Access keys')).toBeTruthy();
});
