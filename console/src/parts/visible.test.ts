import { expect, test } from 'vitest';
import { visible } from './visible';

test('characters that would hide or turn text around are written out', () => {
  expect(visible('user/\u202enimda')).toBe('user/\\u202enimda');
  expect(visible('ad\u200bmin\u0007')).toBe('ad\\u200bmin\\u0007');
});

test('all other text stays as it is, in any language', () => {
  const plain = 'Zoë מנהל 管理 <b>\t\n{"a": 1}';
  expect(visible(plain)).toBe(plain);
});
