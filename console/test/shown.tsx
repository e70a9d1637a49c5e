import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { meQuery, type Me } from '@/api/session';

export const alice: Me = {
  principal: 'person:alice',
  username: 'alice',
  displayName: 'Alice',
  roles: ['approver'],
  permissions: ['*'],
  factors: [],
  assurance: 'SECOND_FACTOR',
};

/** Draws a part of the console as somebody sees it who is signed in. */
export function shown(part: ReactElement, { me = alice, at = '/' }: { me?: Me; at?: string } = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(meQuery.queryKey, me);
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[at]}>{part}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

/** Answers the console's requests in the server's place, and keeps what was asked. */
export function serverAnswers(answer: (asked: Asked) => { status?: number; body: unknown }): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    const asked = { method: request.method, path: pathname + search, headers: request.headers, body: body === '' ? undefined : JSON.parse(body) };
    all.push(asked);
    const { status = 200, body: said } = answer(asked);
    const text = typeof said === 'string';
    const type = text ? 'text/markdown' : status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(text ? said : JSON.stringify(said), { status, headers: { 'Content-Type': type } });
  });
  return all;
}
