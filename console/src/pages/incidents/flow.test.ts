import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flow } from './flow';
import type { ExecutionDetail, PlaybookDocument } from './types';

const PLAYBOOKS = '../src/main/resources/content/playbooks';

function playbook(name: string): PlaybookDocument {
  return JSON.parse(readFileSync(join(PLAYBOOKS, name), 'utf8')) as PlaybookDocument;
}

function edgesByName(drawn: ReturnType<typeof flow>): string[] {
  const names = new Map(drawn.nodes.map((node) => [node.id, node.label]));
  return drawn.edges.map((edge) => `${names.get(edge.from)} > ${names.get(edge.to)}${edge.label && ` (${edge.label})`}`);
}

test('branches of a bundled playbook meet again in the step that follows them', () => {
  const edges = edgesByName(flow(playbook('contain-aws-cryptomining.json'), null));
  expect(edges).toContain('Prepare > Preserve the evidence');
  expect(edges).toContain('Preserve the evidence > Contain the instances and the identities');
  expect(edges).toContain('Open a ticket > Contain the instances and the identities');
  expect(edges).toContain('Did they start instances? > Quarantine the instances (yes)');
  expect(edges).toContain('Stop the instances > Price the incident');
  expect(edges).toContain('Did they start instances? > Price the incident (no)');
});

test('every edge joins drawn steps, and every step but the first is reached', () => {
  for (const name of ['contain-aws-cryptomining.json', 'contain-compromised-aws-identity.json', 'review-suspicious-activity.json']) {
    const drawn = flow(playbook(name), null);
    const ids = new Set(drawn.nodes.map((node) => node.id));
    const reached = new Set(drawn.edges.map((edge) => edge.to));
    expect(drawn.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true);
    expect(drawn.nodes.slice(1).every((node) => reached.has(node.id))).toBe(true);
    expect(drawn.nodes.some((node) => node.type === 'end')).toBe(false);
  }
});

test('a loop leads back to its condition', () => {
  const drawn = flow(
    {
      id: 'p',
      name: 'loop',
      workflow_start: 'start--1',
      workflow: {
        'start--1': { type: 'start', on_completion: 'while-condition--1' },
        'while-condition--1': { type: 'while-condition', name: 'Still there?', on_true: 'action--1', on_completion: 'action--2' },
        'action--1': { type: 'action', name: 'Again', on_completion: 'end--1' },
        'end--1': { type: 'end' },
        'action--2': { type: 'action', name: 'Tell' },
      },
    },
    null,
  );
  expect(edgesByName(drawn)).toEqual([
    'Start > Still there?',
    'Still there? > Again (yes)',
    'Again > Still there?',
    'Still there? > Tell (no)',
  ]);
});

test('shows where a run stands and which way it went', () => {
  const document = playbook('contain-aws-cryptomining.json');
  const parallel = Object.entries(document.workflow).find(([, step]) => step.name === 'Prepare')?.[0] ?? '';
  const run = {
    steps: [
      { id: document.workflow_start, status: 'DONE', attempt: 1 },
      { id: parallel, status: 'RUNNING', attempt: 1 },
    ],
    actions: [],
  } as unknown as ExecutionDetail;
  const drawn = flow(document, run);
  expect(drawn.nodes.find((node) => node.id === parallel)?.state).toBe('RUNNING');
  expect(drawn.edges.filter((edge) => edge.taken)).toHaveLength(1);
  expect(drawn.nodes.filter((node) => node.state === 'NOT_REACHED').length).toBe(drawn.nodes.length - 2);
});
