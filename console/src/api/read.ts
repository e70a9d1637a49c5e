import { get } from './client';
import type { components, paths } from './schema';

/** The types of the API by name. */
export type Schemas = components['schemas'];

type Got<P extends keyof paths> = paths[P] extends { get: infer O } ? O : never;

/** The paths of the API that can be read. */
export type Readable = { [P in keyof paths]: [Got<P>] extends [never] ? never : undefined extends Got<P> ? never : P }[keyof paths];

/** What a path answers, by the schema. */
export type Answer<P extends Readable> = Got<P> extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;

interface Asked<P extends Readable> {
  path?: Got<P> extends { parameters: { path: infer A } } ? A : never;
  query?: Got<P> extends { parameters: { query?: infer Q } } ? Q : never;
}

/** GET by a path of the schema: `read('/api/v1/incidents/{id}', { path: { id } }, signal)`. */
export function read<P extends Readable>(path: P, { path: names, query }: Asked<P> = {}, signal?: AbortSignal): Promise<Answer<P>> {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String((names as Record<string, unknown> | undefined)?.[name])),
  );
  return get<Answer<P>>(filled, query as Record<string, string>, signal);
}
