import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { serverAnswers, shown } from '../../../test/shown';
import FlowGraph from './FlowGraph';
import type { ExecutionDetail } from './types';

const run = { execution: { id: 'exe-1' }, plan: null, steps: [], actions: [], decisions: [] } as unknown as ExecutionDetail;

test('a run whose playbook is not kept says so', async () => {
  serverAnswers(() => ({ body: { schemaVersion: 1, execution: {}, approvals: [], moments: [], actions: [], leftOut: [], effects: [] } }));
  shown(<FlowGraph run={run} />);
  expect(await screen.findByText('It cannot be drawn')).toBeTruthy();
});
