import { afterEach, describe, expect, it, vi } from 'vitest';
import { onStepUp, post } from './client';

const refused = (kind: string) =>
  new Response(JSON.stringify({ type: `urn:acso:problem:${kind}`, title: kind }), {
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
  });
const done = () => new Response('{"taken":true}', { headers: { 'content-type': 'application/json' } });

function platform(...answers: Response[]) {
  const asked: Record<string, string>[] = [];
  vi.stubGlobal('fetch', (_path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(headers);
    return Promise.resolve(answers.shift());
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('a request that was refused before it was looked at', () => {
  it('is sent again with the cookie as it is now, and the same idempotency key', async () => {
    const asked = platform(refused('csrf-token-missing'), done());
    await expect(post('/api/v1/x')).resolves.toEqual({ taken: true });
    expect(asked[1]!['Idempotency-Key']).toBe(asked[0]!['Idempotency-Key']);
  });

  it('is given up when it is refused for the same again', async () => {
    platform(refused('csrf-token-missing'), refused('csrf-token-missing'), done());
    await expect(post('/api/v1/x')).rejects.toMatchObject({ kind: 'csrf-token-missing' });
  });

  it('is sent again after a fresh proof, whose new session has a new cookie', async () => {
    onStepUp(() => Promise.resolve(true));
    platform(refused('step-up-required'), refused('csrf-token-missing'), done());
    await expect(post('/api/v1/x')).resolves.toEqual({ taken: true });
  });

  it('is not sent again without the proof', async () => {
    onStepUp(() => Promise.resolve(false));
    const asked = platform(refused('step-up-required'), done());
    await expect(post('/api/v1/x')).rejects.toMatchObject({ kind: 'step-up-required' });
    expect(asked).toHaveLength(1);
  });
});
