import { expect, test } from 'vitest';
import { brief, place, words } from './trail';

test('a kind reads as words', () => {
  expect(words('ApprovalRequested')).toBe('Approval requested');
  expect(words('PlanDecided')).toBe('Plan decided');
  expect(words('rotate-data-key')).toBe('Rotate data key');
});

test('an id leads to the page that shows it', () => {
  expect(place('inc-1')).toBe('/incidents/inc-1');
  expect(place('agent:threat-hunter')).toBe('/agents/threat-hunter');
  expect(place('agent:*')).toBeUndefined();
  expect(place('person:ann')).toBeUndefined();
  expect(place('inc-/../x')).toBe('/incidents/inc-%2F..%2Fx');
});

test('a long hash is shortened in its middle', () => {
  expect(brief('390871e77b7b77ddc19aa436193198360c5b6fda')).toBe('390871e77b7b7…0c5b6fda');
  expect(brief('short')).toBe('short');
});
