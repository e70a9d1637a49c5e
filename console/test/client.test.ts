import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { address, del, get, getMarkdown, getVersion, patch, post } from '@/api/client';
import { passing, Problem } from '@/api/problem';
import { onStepUp } from '@/api/send';

const problem = (status: number, type: string, detail = '') =>
  new Response(JSON.stringify({ type: `urn:acso:problem:${type}`, title: 'No', status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const ok = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', ...headers } });
const page = (status: number) => new Response('<html>', { status, headers: { 'content-type': 'text/html' } });

let asked: Request[];
let answers: (Response | Error)[];

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    request.signal.throwIfAborted();
    const answer = answers.shift()!;
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
});
afterEach(() => onStepUp(async () => false));

const sent = (name: string) => asked.map(({ headers }) => headers.get(name));
const paths = () => asked.map(({ url }) => url.replace(window.location.origin, ''));
const kill = () => post('/api/v1/agents/{name}/kill', { params: { path: { name: 'lake' } }, body: { why: 'it loops' } });
const killed = { name: 'lake', engaged: true };

describe('a request', () => {
  it('is made of the path, the query and the body of its operation', async () => {
    answers = [ok({}), ok({})];
    await patch('/api/v1/people/{username}', { params: { path: { username: 'a b/c' } }, body: { displayName: 'A' } });
    await get('/api/v1/incidents', { params: { query: { status: ['NEW', 'CLOSED'], q: 'x&y', limit: 0, cursor: undefined } } });
    expect(paths()).toEqual(['/api/v1/people/a%20b%2Fc', '/api/v1/incidents?status=NEW&status=CLOSED&q=x%26y&limit=0']);
    expect([asked[0]!.method, await asked[0]!.json()]).toEqual(['PATCH', { displayName: 'A' }]);
    expect(sent('Accept')).toEqual(['application/json', 'application/json']);
    expect(sent('Content-Type')).toEqual(['application/json', null]);
  });

  it('answers nothing where there is nothing', async () => {
    answers = [new Response(null, { status: 204 })];
    expect(await del('/api/v1/sessions/{id}', { params: { path: { id: '1' } } })).toBeUndefined();
  });

  it('brings the version of what it reads', async () => {
    answers = [ok({ id: 'whk-1' }, { ETag: '"7"' })];
    expect(await getVersion('/api/v1/webhooks/{id}', { params: { path: { id: 'whk-1' } } })).toEqual({ id: 'whk-1', etag: '"7"' });
  });

  it('asks for Markdown as that', async () => {
    answers = [new Response('# Report', { headers: { 'content-type': 'text/markdown;charset=UTF-8' } })];
    expect(await getMarkdown('/api/v1/incidents/{id}/report', { params: { path: { id: 'inc-1' } } })).toBe('# Report');
    expect(sent('Accept')).toEqual(['text/markdown']);
  });

  it('has an address that a link can name', () =>
    expect(address('/api/v1/incidents/{id}/bundle', { id: 'a/b' })).toBe('/api/v1/incidents/a%2Fb/bundle'));
});

describe('an act', () => {
  it('has a key of its own, so that what repeats it on the way does it once', async () => {
    answers = [ok(killed), ok(killed), ok([])];
    await kill();
    await kill();
    await get('/api/v1/agents');
    const [first, second, read] = sent('Idempotency-Key');
    expect(first).toBeTruthy();
    expect(second).not.toBe(first);
    expect(read).toBeNull();
  });

  it('carries the token against forged requests; a reading does not', async () => {
    document.cookie = 'XSRF-TOKEN=t%2B1';
    answers = [ok([]), ok(killed)];
    await get('/api/v1/agents');
    await kill();
    expect(sent('X-XSRF-TOKEN')).toEqual([null, 't+1']);
  });

  it('is sent again as it was after a fresh second factor', async () => {
    onStepUp(async () => true);
    answers = [problem(403, 'step-up-required'), ok(killed)];
    expect(await kill()).toEqual(killed);
    const [first, second] = sent('Idempotency-Key');
    expect(second).toBe(first);
    expect(await Promise.all(asked.map((each) => each.json()))).toEqual([{ why: 'it loops' }, { why: 'it loops' }]);
  });

  it('is asked about once: a proof that does not help is not asked for again', async () => {
    const ask = vi.fn(async () => true);
    onStepUp(ask);
    answers = [problem(403, 'step-up-required'), problem(403, 'step-up-required'), ok(killed)];
    await expect(kill()).rejects.toMatchObject({ kind: 'step-up-required' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('shares the question with what is refused for the same meanwhile', async () => {
    let proved = (_yes: boolean) => {};
    const ask = vi.fn(() => new Promise<boolean>((resolve) => (proved = resolve)));
    onStepUp(ask);
    answers = [problem(403, 'step-up-required'), problem(403, 'step-up-required'), ok(killed), ok(killed)];
    const both = Promise.all([kill(), kill()]);
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    proved(true);
    expect(await both).toEqual([killed, killed]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is asked about anew where the question went away without an answer', async () => {
    const ask = vi.fn(() => new Promise<boolean>(() => {}));
    onStepUp(ask);
    answers = [problem(403, 'step-up-required'), problem(403, 'step-up-required'), ok(killed)];
    void kill();
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    onStepUp(async () => true);
    expect(await kill()).toEqual(killed);
  });

  it('is given up when the person declines to prove themselves, and asked about anew the next time', async () => {
    answers = [problem(403, 'step-up-required', 'prove it'), problem(403, 'step-up-required'), ok(killed)];
    await expect(kill()).rejects.toMatchObject({ kind: 'step-up-required', detail: 'prove it' });
    expect(asked).toHaveLength(1);
    onStepUp(async () => true);
    expect(await kill()).toEqual(killed);
  });

  it('is sent again with the cookie as it is now, when another answer replaced it', async () => {
    document.cookie = 'XSRF-TOKEN=old';
    answers = [problem(403, 'csrf-token-missing'), ok(killed)];
    const answered = kill();
    document.cookie = 'XSRF-TOKEN=new';
    expect(await answered).toEqual(killed);
    expect(sent('X-XSRF-TOKEN')).toEqual(['old', 'new']);
    expect(new Set(sent('Idempotency-Key')).size).toBe(1);
  });

  it('is sent again after a fresh proof, whose new session has a new cookie', async () => {
    onStepUp(async () => true);
    answers = [problem(403, 'step-up-required'), problem(403, 'csrf-token-missing'), ok(killed)];
    expect(await kill()).toEqual(killed);
  });

  it('is given up when it is refused for the same again', async () => {
    answers = [problem(403, 'csrf-token-missing'), problem(403, 'csrf-token-missing'), ok(killed)];
    await expect(kill()).rejects.toMatchObject({ kind: 'csrf-token-missing' });
    expect(asked).toHaveLength(2);
  });
});

describe('what goes wrong', () => {
  const failure = (answer: Response | Error) => {
    answers = [answer];
    return get('/api/v1/agents').then(
      () => undefined,
      (error: unknown) => error,
    );
  };

  it('is a problem by its name', async () => {
    expect(await failure(problem(409, 'not-open', 'it was closed'))).toMatchObject({ status: 409, kind: 'not-open', title: 'No', detail: 'it was closed' });
    expect(await failure(page(502))).toMatchObject({ status: 502, kind: 'no-answer' });
    expect(await failure(new TypeError('Failed to fetch'))).toMatchObject({ status: 0, kind: 'unreachable' });
  });

  it('is known when something else answers in the place of the platform, or the answer ends early', async () => {
    expect(await failure(page(200))).toMatchObject({ kind: 'no-answer' });
    const cut = new Response('[{"na', { headers: { 'content-type': 'application/json' } });
    expect(await failure(cut)).toMatchObject({ kind: 'unreachable' });
  });

  it('passes by itself, or not', async () => {
    const all = [await failure(new TypeError('x')), await failure(problem(429, 'too-many')), await failure(page(502)), await failure(problem(404, 'not-found'))];
    expect(all.map(passing)).toEqual([true, true, true, false]);
  });

  it('is no problem when it was called off', async () => {
    const gone = new AbortController();
    gone.abort();
    const error: unknown = await get('/api/v1/agents', { signal: gone.signal }).catch((each: unknown) => each);
    expect(error).not.toBeInstanceOf(Problem);
    expect(error).toMatchObject({ name: 'AbortError' });
  });
});
