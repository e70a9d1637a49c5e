import { call } from './client';
import type { paths } from './schema';

type Verb = 'post' | 'put' | 'patch' | 'delete';

/** The paths of the API on which a verb acts. */
export type Actable<M extends Verb> = { [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never }[keyof paths];

type Operation<P extends keyof paths, M extends Verb> = NonNullable<paths[P][M]>;

type Json<A> = A extends { content: { 'application/json': infer B } } ? B : undefined;

/** What it answers when it is done, by the schema. */
export type Done<P extends keyof paths, M extends Verb> =
  Operation<P, M> extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202 | 204)]> : never;

interface Wish<P extends keyof paths, M extends Verb> {
  path?: Operation<P, M> extends { parameters: { path: infer A } } ? A : never;
  query?: Operation<P, M> extends { parameters: { query?: infer Q } } ? Q : never;
  body?: Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never;
  headers?: Record<string, string>;
}

/** Acts by a path of the schema, once: `act('post', '/api/v1/incidents/{id}/comments', { path: { id }, body: { text } })`. */
export function act<M extends Verb, P extends Actable<M>>(method: M, path: P, wish: Wish<P, M> = {}): Promise<Done<P, M>> {
  const names = wish.path as Record<string, unknown> | undefined;
  const filled = String(path).replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(names?.[name])));
  return call<Done<P, M>>(method.toUpperCase(), filled, {
    query: wish.query as Record<string, string> | undefined,
    body: wish.body,
    headers: { 'Idempotency-Key': crypto.randomUUID(), ...wish.headers },
  });
}
