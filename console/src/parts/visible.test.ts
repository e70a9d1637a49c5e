import { expect, test } from 'vitest';
import { visible } from './visible';

test.each([
  ['turned', 'user/\u202enimda', 'user/\\u202enimda'],
  ['zero width and a bell', 'ad\u200bmin\u0007', 'ad\\u200bmin\\u0007'],
  ['an escape of terminals', '\u001b[31mroot', '\\u001b[31mroot'],
  ['soft hyphen, joiner, filler', 'a\u00add\u034fm\u3164in', 'a\\u00add\\u034fm\\u3164in'],
  ['a joiner between Latin letters', 'ad\u200dmin\u200c', 'ad\\u200dmin\\u200c'],
  ['a line that is none', 'a\u2028b', 'a\\u2028b'],
  ['tags and selectors that carry text unseen', 'a\u{e0041}\u{e0100}\ufe01', 'a\\u{e0041}\\u{e0100}\\ufe01'],
  ['half a character', 'a\ud83d', 'a\\ud83d'],
  ['a letter of its own', '\ue000', '\\ue000'],
])('%s is written out', (_what, text, seen) => {
  expect(visible(text)).toBe(seen);
  expect(visible(seen)).toBe(seen);
});

test('marks do not pile up over the lines around', () => {
  expect(visible('a\u0301\u0302')).toBe('a\u0301\u0302');
  expect(visible(`a${'\u0301'.repeat(6)}`)).toBe(`a${'\u0301'.repeat(4)}\\u0301\\u0301`);
});

test.each(['Zoë מנהל 管理 <b>\t\n{"a": 1}', 'می‌خواهم', 'क्‍ष', '👩‍💻 ❤️ 👍🏽', '한글 ไทย', 'C:\\users\\u202e'])(
  'all other text stays as it is, in any language: %s',
  (plain) => {
    expect(visible(plain)).toBe(plain);
  },
);
