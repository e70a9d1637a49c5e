import { expect, test } from 'vitest';
import type { Result } from './lake';
import { csv, drawing, kindOf, sorted } from './results';

const perHour: Result = {
  columns: ['hour', 'events'],
  rows: [['2026-01-01T11:00:00Z', 9], ['2026-01-01T10:00:00Z', 100], [null, null]],
  truncated: false,
  milliseconds: 1,
};

test('a column is known by its values, whatever is missing', () => {
  expect(kindOf(perHour, 0)).toBe('time');
  expect(kindOf(perHour, 1)).toBe('number');
  expect(kindOf({ ...perHour, rows: [] }, 1)).toBe('text');
});

test('numbers are ordered by value, and nothing comes last either way', () => {
  expect(sorted(perHour, 1, false).map((row) => row[1])).toEqual([9, 100, null]);
  expect(sorted(perHour, 1, true).map((row) => row[1])).toEqual([100, 9, null]);
});

test('times and numbers are drawn over time, in order', () => {
  const drawn = drawing(perHour);
  expect(drawn?.kind).toBe('time');
  expect(drawn?.series).toEqual(['events']);
  expect(drawn?.data[0]).toEqual({ x: '2026-01-01T10:00:00Z', events: 100 });
});

test('without a number, or with nothing but numbers, there is no chart', () => {
  expect(drawing({ ...perHour, columns: ['a'], rows: [['x']] })).toBeUndefined();
  expect(drawing({ ...perHour, columns: ['n'], rows: [[1]] })).toBeUndefined();
});

test('a table leaves for a spreadsheet without formulas', () => {
  const result = { ...perHour, columns: ['a', 'b'], rows: [['=cmd()', -1], ['say "x", y', ['k']]] } satisfies Result;
  expect(csv(result)).toBe('a,b\r\n\'=cmd(),-1\r\n"say ""x"", y","[""k""]"\r\n');
});

test('names that a chart draws hide nothing', () => {
  const result = { ...perHour, columns: ['name', 'n\u202e'], rows: [['a\u200bb', 1]] } satisfies Result;
  expect(drawing(result)).toMatchObject({ series: ['n\\u202e'], data: [{ x: 'a\\u200bb', 'n\\u202e': 1 }] });
});
