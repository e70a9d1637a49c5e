import { expect, test } from 'vitest';
import { who, whoAlone } from './who';

test.each([
  ['person:alice', 'alice', 'alice'],
  ['agent:threat-hunter', 'the threat hunter agent', 'Threat hunter agent'],
  ['service:platform', 'the platform', 'Platform'],
  ['person:a:b', 'a:b', 'a:b'],
  ['nobody knows', 'nobody knows', 'Nobody knows'],
])('%s is %s, and alone %s', (principal, within, alone) => {
  expect(who(principal)).toBe(within);
  expect(whoAlone(principal)).toBe(alone);
});
