import { expect, test } from 'vitest';
import { spread } from './spread';

test('arguments stand on lines of their own', () => {
  expect(spread('{"Groups":["a","b"],"Force":true,"None":{}}')).toBe(
    '{\n  "Groups": [\n    "a",\n    "b"\n  ],\n  "Force": true,\n  "None": {}\n}',
  );
});

test('what is in a string stays as it is', () => {
  const hostile = JSON.stringify({ 'a,b': '{"x": [1, 2]}\\', q: 'say "no", {please}' });
  expect(spread(hostile)).toContain(JSON.stringify('{"x": [1, 2]}\\'));
  expect(spread(hostile)).toContain(JSON.stringify('say "no", {please}'));
});

test('nothing is dropped: not a second key of the same name, not a digit of a long number', () => {
  const odd = '{"a":1,"a":12345678901234567890.10}';
  expect(spread(odd).replaceAll(/\s/g, '')).toBe(odd);
});
