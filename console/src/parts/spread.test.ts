import { expect, test } from 'vitest';
import { spread } from './spread';

test('arguments stand on lines of their own, and short ones together', () => {
  expect(spread('{"GroupName":"acso-quarantine","TagSpecifications":[{"Key":"acso:purpose","Value":"quarantine"}],"None":{}}')).toBe(
    '{\n  "GroupName": "acso-quarantine",\n  "TagSpecifications": [{"Key": "acso:purpose", "Value": "quarantine"}],\n  "None": {}\n}',
  );
});

test('what is in a string stays as it is', () => {
  const hostile = JSON.stringify({ 'a,b': '{"x": [1, 2]}\\', q: 'say "no", {please}', long: 'x'.repeat(80) });
  expect(spread(hostile)).toContain(JSON.stringify('{"x": [1, 2]}\\'));
  expect(spread(hostile)).toContain(JSON.stringify('say "no", {please}'));
});

test('nothing is dropped: not a second key of the same name, not a digit of a long number, not what is broken', () => {
  for (const odd of ['{"a":1,"a":12345678901234567890.10}', '{"a":[1,2', '}}"open', `[${'["x"],'.repeat(40)}1]`]) {
    expect(spread(odd).replaceAll(/\s/g, '')).toBe(odd);
  }
});
