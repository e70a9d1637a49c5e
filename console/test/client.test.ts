import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '@/api/act';
import { get, onStepUp, post, search } from '@/api/client';
import { passing, Problem } from '@/api/problem';

const problem = (status: number, type: string, detail = '') =>
  new Response(JSON.stringify({ type: `urn:acso:problem:${type}`, title: 'No', status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const ok = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

let asked: { path: string; init: RequestInit }[];
let answers: (Response | Error)[];

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    const answer = answers.shift()!;
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
});
afterEach(() => onStepUp(async () => false));

const headers = (index: number) => asked[index]!.init.headers as Record<string, string>;

describe('the client', () => {
  it('fills the path of an operation, and gives it a key of its own', async () => {
    answers = [ok({ username: 'a b' }), ok({})];
    const wish = { path: { username: 'a b' }, body: { displayName: 'A' } };
    expect(await act('patch', '/api/v1/people/{username}', wish)).toEqual({ username: 'a b' });
    await act('patch', '/api/v1/people/{username}', wish);
    expect(asked[0]).toMatchObject({ path: '/api/v1/people/a%20b', init: { method: 'PATCH', body: '{"displayName":"A"}' } });
    expect(headers(0)['Idempotency-Key']).not.toBe(headers(1)['Idempotency-Key']);
  });

  it('repeats a command, the same one, once a fresh second factor was given', async () => {
    answers = [problem(403, 'step-up-required'), ok({ done: true })];
    onStepUp(async () => true);
    expect(await post('/api/v1/x', { a: 1 })).toEqual({ done: true });
    expect(asked).toHaveLength(2);
    expect(asked[1]!.init.body).toBe(asked[0]!.init.body);
    expect(headers(1)['Idempotency-Key']).toBe(headers(0)['Idempotency-Key']);
  });

  it('gives the problem when the person declines to prove themselves', async () => {
    answers = [problem(403, 'step-up-required', 'prove it')];
    await expect(post('/api/v1/x')).rejects.toMatchObject({ kind: 'step-up-required', detail: 'prove it' });
    expect(asked).toHaveLength(1);
  });

  it('repeats a command once with the cookie as it is now, when another answer exchanged it', async () => {
    document.cookie = 'XSRF-TOKEN=old';
    answers = [problem(403, 'csrf-token-missing'), ok({ done: true })];
    const answered = post('/api/v1/x');
    document.cookie = 'XSRF-TOKEN=new';
    expect(await answered).toEqual({ done: true });
    expect([headers(0), headers(1)].map((each) => each['X-XSRF-TOKEN'])).toEqual(['old', 'new']);

    answers = [problem(403, 'csrf-token-missing'), problem(403, 'csrf-token-missing')];
    await expect(post('/api/v1/x')).rejects.toMatchObject({ kind: 'csrf-token-missing' });
    expect(asked).toHaveLength(4);
  });

  it('sends the token against forged requests with commands, and not with reads', async () => {
    document.cookie = 'XSRF-TOKEN=t%2B1';
    answers = [ok({}), ok({})];
    await get('/a');
    await post('/b');
    expect(headers(0)['X-XSRF-TOKEN']).toBeUndefined();
    expect(headers(1)['X-XSRF-TOKEN']).toBe('t+1');
  });

  it('tells what passes by itself from what does not', async () => {
    answers = [new TypeError('Failed to fetch'), problem(404, 'not-found'), new Response('<html>', { status: 502 })];
    const failures = [];
    for (let i = 0; i < 3; i++) {
      failures.push(await get('/a').catch((error: unknown) => error));
    }
    expect(failures.map(passing)).toEqual([true, false, true]);
    expect(failures.every((each) => each instanceof Problem)).toBe(true);
  });

  it('leaves out of the address what is not set', () =>
    expect(search({ a: undefined, b: '', c: ['x', 'y z'], d: 0 })).toBe('?c=x&c=y+z&d=0'));
});
