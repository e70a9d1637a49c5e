import { expect, test } from 'vitest';
import { plainly } from './names';

test('a sentence of the platform is said in people’s words', () => {
  expect(plainly('rated CRITICAL by agent:supervisor, given to person:alice')).toBe('rated critical by the supervisor, given to alice');
  expect(plainly('user HIGHLANDER stays')).toBe('user HIGHLANDER stays');
});
