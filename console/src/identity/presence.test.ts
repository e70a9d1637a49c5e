import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serverAnswers } from '../../test/shown';
import { watchPresence } from './presence';
import { tell } from './tabs';

const HOUR = 3_600_000;

/** A server that ends a session when nobody was there for an hour, and in any case after three. */
function server() {
  const started = Date.now();
  let seen = started;
  const asked = serverAnswers(({ method }) => {
    const left = () => Math.min(seen + HOUR, started + 3 * HOUR) - Date.now();
    if (left() <= 0) {
      return { status: 401, body: { type: 'urn:acso:problem:not-signed-in' } };
    }
    if (method === 'POST') {
      seen = Date.now();
    }
    return { body: { left: left(), idle: HOUR } };
  });
  return { posts: () => asked.filter(({ method }) => method === 'POST').length };
}

function watched() {
  const told = { left: undefined as number | undefined, last: false, end: '' };
  const watching = watchPresence({
    onLeft: (left, last) => Object.assign(told, { left, last }),
    onEnd: (why) => Object.assign(told, { end: why }),
  });
  stop = watching.stop;
  return { told, stay: watching.stay };
}

let stop = () => {};

const key = () => window.dispatchEvent(new KeyboardEvent('keydown'));

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('who is not there is warned two minutes before, and out at the end', async () => {
  server();
  const { told } = watched();
  await vi.advanceTimersByTimeAsync(HOUR - 121_000);
  expect(told.left).toBeUndefined();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told.left).toBeLessThanOrEqual(120_000);
  expect(told.end).toBe('');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(told.end).toBe('idle');
});

test('who works stays, and is told of once a minute', async () => {
  const { posts } = server();
  const { told } = watched();
  for (let minute = 0; minute < 100; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_001);
    key();
    key();
  }
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual({ left: undefined, last: false, end: '' });
  expect(posts()).toBe(100);
});

test('a pointer that rests while the page is drawn anew is nobody', async () => {
  const { posts } = server();
  watched();
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  window.dispatchEvent(Object.assign(new Event('pointermove'), { movementX: 0, movementY: 0 }));
  await vi.advanceTimersByTimeAsync(10);
  expect(posts()).toBe(0);
  window.dispatchEvent(Object.assign(new Event('pointermove'), { movementX: 3, movementY: 0 }));
  await vi.advanceTimersByTimeAsync(10);
  expect(posts()).toBe(1);
});

test('whoever answers the warning stays; in the end it says that nothing helps', async () => {
  server();
  const { told, stay } = watched();
  await vi.advanceTimersByTimeAsync(HOUR - 60_000);
  expect(told.left).toBeGreaterThan(0);
  stay();
  await vi.advanceTimersByTimeAsync(10);
  expect(told.left).toBeUndefined();
  for (let minute = 0; minute < 121; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_001);
    key();
  }
  expect(told.end).toBe('idle');
  expect(told.last).toBe(true);
});

test('a platform that does not answer for a while ends nothing', async () => {
  server();
  const { told } = watched();
  await vi.advanceTimersByTimeAsync(HOUR - 60_000);
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(told.end).toBe('');
  server();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told.end).toBe('');
  expect(told.left).toBeUndefined();
});

test('what one tab knows of the session, all know', async () => {
  server();
  const { told } = watched();
  await vi.advanceTimersByTimeAsync(HOUR - 60_000);
  expect(told.left).toBeGreaterThan(0);
  const other = new BroadcastChannel('acso.session');
  const heard: unknown[] = [];
  other.onmessage = ({ data }) => heard.push(data);
  vi.useRealTimers();
  other.postMessage({ kind: 'until', until: Date.now() + 2 * HOUR, idle: HOUR });
  await vi.waitFor(() => expect(told.left).toBeUndefined());
  tell({ kind: 'in' });
  await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'in' }));
  other.postMessage({ kind: 'out' });
  await vi.waitFor(() => expect(told.end).toBe('out'));
  other.close();
});
