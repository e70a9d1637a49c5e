import { expect, test } from 'vitest';
import { bytes, room, telling } from './health';
import { age } from './queues';

test('sizes are read at a glance', () => {
  expect(bytes(0)).toBe('0 B');
  expect(bytes(999)).toBe('999 B');
  expect(bytes(1536)).toBe('1.5 kB');
  expect(bytes(52_947_148_800)).toBe('53 GB');
});

test('a part tells only what it has to tell', () => {
  expect(telling({ silent: [], free: 2_000_000, exists: true })).toBe('free 2 MB');
  expect(telling({ silent: ['supervisor', 'x'] })).toBe('silent supervisor, x');
  expect(telling()).toBe('');
});

test('an age is told in its largest two units', () => {
  expect(age('PT0S')).toBe('');
  expect(age('PT12.3S')).toBe('12 s');
  expect(age('PT3M5S')).toBe('3 min 5 s');
  expect(age('PT26H1M')).toBe('1 d 2 h');
});

test('a disk has room only where both figures are known', () => {
  expect(room({ free: 1, total: 4 })).toEqual({ free: 1, total: 4 });
  expect(room({ free: 1 })).toBeUndefined();
  expect(room({ free: 0, total: 0 })).toBeUndefined();
  expect(room()).toBeUndefined();
});
