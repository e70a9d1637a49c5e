import createClient, { type Client, type ClientPathsWithMethod, defaultPathSerializer, type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch';
import type { Beyond } from './beyond';
import { Problem } from './problem';
import type { components, paths } from './schema';
import { send } from './send';

/** The types of the API by name. */
export type Schemas = components['schemas'];

type Paths = paths & Beyond;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json = 'application/json';

/** The paths that have an operation of this method. */
type PathOf<M extends Method> = ClientPathsWithMethod<Client<Paths, Json>, M>;

/** What an operation takes: `params` (`path`, `query`, `header`), `body`; and a `signal` that ends it. */
type Init<P extends keyof Paths, M extends Method> = MaybeOptionalInit<Paths[P], M & keyof Paths[P]>;

/** It may be left out where all of it may. */
type Wish<P extends keyof Paths, M extends Method> = undefined extends Init<P, M> ? [wish?: Init<P, M>] : [wish: Init<P, M>];

/** What an operation answers. */
export type Answer<P extends keyof Paths, M extends Method = 'get'> = M extends keyof Paths[P]
  ? Required<FetchResponse<NonNullable<Paths[P][M]>, object, Json>>['data']
  : never;

const client = createClient<Paths, Json>({
  baseUrl: window.location.origin,
  headers: { Accept: 'application/json' },
  fetch: send,
});

async function ask(method: Method, path: string, wish?: { signal?: AbortSignal | null }): Promise<{ data?: unknown; response: Response }> {
  try {
    return await client.request(method, path as never, wish as never);
  } catch (cause) {
    throw cause instanceof Problem || wish?.signal?.aborted ? cause : Problem.unreachable(cause);
  }
}

function operation<M extends Method>(method: M) {
  return async <P extends PathOf<M>>(path: P, ...[wish]: Wish<P, M>) => (await ask(method, path, wish)).data as Answer<P, M>;
}

export const get = operation('get');
export const post = operation('post');
export const put = operation('put');
export const patch = operation('patch');
export const del = operation('delete');

export interface Version {
  etag: string | null;
}

/** What was read, with the version of it: the `If-Match` of a change that is meant for just this. */
export async function getVersion<P extends PathOf<'get'>>(path: P, ...[wish]: Wish<P, 'get'>) {
  const { data, response } = await ask('get', path, wish);
  return { ...(data as object), etag: response.headers.get('ETag') } as Answer<P> & Version;
}

const MARKDOWN = 'text/markdown';

type Written = {
  [P in keyof paths]: paths[P]['get'] extends { responses: { 200: { content: Record<`${typeof MARKDOWN};charset=UTF-8`, string> } } } ? P : never;
}[keyof paths];

/** What can be read as Markdown, as that. */
export async function getMarkdown<P extends Written>(path: P, ...[wish]: Wish<P, 'get'>) {
  const { data } = await ask('get', path, { ...wish, headers: { Accept: MARKDOWN }, parseAs: 'text' } as object);
  return data as string;
}

type Names<P extends keyof Paths> = Paths[P] extends { get: { parameters: { path: infer N } } } ? [names: N] : [];

/** The address of what can be read, for a link. */
export function address<P extends PathOf<'get'>>(path: P, ...[names]: Names<P>): string {
  return defaultPathSerializer(path, (names ?? {}) as Record<string, unknown>);
}
