import { expect, test } from 'vitest';
import { entityGraph, shortName } from './entityGraph';
import type { Entity, FindingDetail, Severity } from './types';

const entity = (type: Entity['type'], value: string, role: Entity['role']): Entity => ({ type, scope: 's', value, role });

const finding = (severity: Severity, title: string, ...entities: Entity[]): FindingDetail => ({
  id: title,
  ruleId: 'r',
  title,
  severity,
  time: '2026-03-10T09:00:00Z',
  events: [],
  matched: [],
  entities,
  tactics: [],
  techniques: [],
  content: '',
  ocsf: {},
});

const CALLER = [
  entity('PRINCIPAL', 'deployer', 'ACTOR'),
  entity('ACCESS_KEY', 'AKIA1', 'ACTOR'),
  entity('ADDRESS', '198.51.100.7', 'ACTOR'),
];

test('address, key and principal are one chain, and the principal acts on the target', () => {
  const graph = entityGraph([finding('HIGH', 'Policy attached', ...CALLER, entity('RESOURCE', 'policy', 'TARGET'))]);
  expect(graph.edges.map((edge) => edge.id)).toEqual([
    'ADDRESS|s|198.51.100.7>ACCESS_KEY|s|AKIA1',
    'ACCESS_KEY|s|AKIA1>PRINCIPAL|s|deployer',
    'PRINCIPAL|s|deployer>RESOURCE|s|policy',
  ]);
});

test('an edge carries the worst severity and how often', () => {
  const target = entity('RESOURCE', 'i-1', 'TARGET');
  const graph = entityGraph([
    finding('HIGH', 'Started', ...CALLER, target),
    finding('LOW', 'Looked at', ...CALLER, target),
    finding('LOW', 'Looked at', ...CALLER, target),
  ]);
  const edge = graph.edges.at(-1);
  expect(edge).toMatchObject({ severity: 'HIGH', times: 3, titles: ['Started', 'Looked at'] });
});

test('who was acted on and then acted is both', () => {
  const graph = entityGraph([
    finding('HIGH', 'Key made', ...CALLER, entity('PRINCIPAL', 'backup', 'TARGET')),
    finding('HIGH', 'Key used', entity('PRINCIPAL', 'backup', 'ACTOR')),
  ]);
  expect(graph.nodes.find((node) => node.value === 'backup')).toMatchObject({ actor: true, target: true, findings: 2 });
});

test('says how many it does not show', () => {
  const many = Array.from({ length: 30 }, (_, i) => finding('LOW', `f${i}`, entity('RESOURCE', `r${i}`, 'TARGET')));
  const graph = entityGraph(many, 10);
  expect(graph.nodes).toHaveLength(10);
  expect(graph.hidden).toBe(20);
});

test('an ARN is named by its resource', () => {
  expect(shortName('arn:aws:iam::111122223333:user/build-deployer')).toBe('user/build-deployer');
  expect(shortName('AKIA1')).toBe('AKIA1');
});
