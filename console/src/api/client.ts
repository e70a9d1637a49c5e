import { Problem } from './problem';

/** Asks the person for a fresh second factor; false when they decline. The app puts its dialog here. */
let askForStepUp: () => Promise<boolean> = async () => false;

export function onStepUp(ask: () => Promise<boolean>): void {
  askForStepUp = ask;
}

type Query = Record<string, string | number | boolean | undefined | readonly string[]>;

export interface Options {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** GET a JSON document. */
export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal });

/** POST that acts: repeated by the network or by a person's second click, it happens once. */
export const post = <T>(path: string, body?: unknown, headers?: Record<string, string>) =>
  call<T>('POST', path, { body, headers: { 'Idempotency-Key': crypto.randomUUID(), ...headers } });

export const put = <T>(path: string, body: unknown, headers?: Record<string, string>) =>
  call<T>('PUT', path, { body, headers });

export const del = <T>(path: string, headers?: Record<string, string>) => call<T>('DELETE', path, { headers });

/** Throws a {@link Problem} for everything but success. */
export async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, path, options);
  const type = response.headers.get('content-type') ?? '';
  if (response.status === 204 || response.headers.get('content-length') === '0') {
    return undefined as T;
  }
  return (type.includes('json') ? response.json() : response.text()) as Promise<T>;
}

/** The answer itself, for callers that need its headers (an ETag) or its bytes. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const response = await attempt(method, path, options);
  return response.ok ? response : again(await Problem.of(response), method, path, options);
}

/**
 * Asks once more where that helps and nothing was done yet: a fresh proof was wanted and given, or the cookie against
 * forgery was replaced while the request was on its way.
 */
async function again(problem: Problem, method: string, path: string, options: Options): Promise<Response> {
  const proved = problem.kind === 'step-up-required' && (await askForStepUp());
  if (!proved && problem.kind !== 'csrf-token-missing') {
    throw problem;
  }
  const response = await attempt(method, path, options);
  if (response.ok) {
    return response;
  }
  const next = await Problem.of(response);
  if (next.kind === problem.kind) {
    throw next;
  }
  return again(next, method, path, options);
}

async function attempt(method: string, path: string, { query, body, headers, signal }: Options): Promise<Response> {
  const all: Record<string, string> = { Accept: 'application/json', ...headers };
  if (body !== undefined) {
    all['Content-Type'] ??= 'application/json';
  }
  const csrf = method === 'GET' ? undefined : cookie('XSRF-TOKEN');
  if (csrf) {
    all['X-XSRF-TOKEN'] = csrf;
  }
  try {
    return await fetch(path + search(query), {
      method,
      headers: all,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    });
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    throw Problem.unreachable(cause);
  }
}

export function search(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((each) => parameters.append(key, each));
    } else if (value !== undefined && value !== '') {
      parameters.set(key, String(value));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}
