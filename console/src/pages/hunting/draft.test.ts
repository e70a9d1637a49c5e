import { expect, test } from 'vitest';
import { draft } from './draft';
import { confidenceTone, kindTitle } from './indicators';

const ID = '00000000-0000-4000-8000-000000000000';

test('an event of CloudTrail gives its source, its name and its error', () => {
  const yaml = draft({ eventSource: 'iam.amazonaws.com', eventName: 'CreateUser', awsRegion: 'x' }, ID, '2026-01-01');
  expect(yaml).toContain('    product: aws\n    service: cloudtrail\n');
  expect(yaml).toContain("        eventSource: iam.amazonaws.com\n        eventName: CreateUser\n    condition: selection");
  expect(yaml).not.toContain('awsRegion');
});

test('what YAML or Sigma would read otherwise is quoted and escaped', () => {
  const yaml = draft({ program: "it's: a*b?", message: 'C:\\x' }, ID, '2026-01-01');
  expect(yaml).toContain("program: 'it''s: a\\*b\\?'");
  expect(yaml).toContain("message: 'C:\\\\x'");
});

test('an event of no known shape gives its first plain fields', () => {
  const yaml = draft({ nested: {}, a: 1, b: 'true', c: 'x', d: 'y' }, ID, '2026-01-01');
  expect(yaml).toContain("        a: 1\n        b: 'true'\n        c: x\n    condition");
});

test('confidence reads as the severity that a finding would have', () =>
  expect([90, 70, 69, 30, 1, 0, undefined].map(confidenceTone)).toEqual(['high', 'high', 'medium', 'medium', 'low', 'neutral', 'medium']));

test('kinds of indicators keep their abbreviations', () =>
  expect(['IPV4_ADDRESS', 'IPV6_NETWORK', 'URL', 'FILE_SHA256', 'DOMAIN'].map(kindTitle)).toEqual(['IPv4 address', 'IPv6 network', 'URL', 'File SHA256', 'Domain']));
