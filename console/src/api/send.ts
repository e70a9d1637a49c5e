import { Problem } from './problem';

let askForStepUp: () => Promise<boolean> = async () => false;
let asking: Promise<boolean> | undefined;

/** How a person is asked for a fresh second factor; false when they decline. What was being asked before is void. */
export function onStepUp(ask: () => Promise<boolean>): void {
  askForStepUp = ask;
  asking = undefined;
}

/** Whoever needs the proof while it is being asked for waits for the same. */
function prove(): Promise<boolean> {
  asking ??= askForStepUp().finally(() => {
    asking = undefined;
  });
  return asking;
}

/** Refusals of what was not looked at yet, and what has to come before it is sent again. */
const cures: Record<string, () => Promise<boolean>> = {
  'step-up-required': prove,
  // The cookie was replaced while the request was on its way: the next one is sent with the new.
  'csrf-token-missing': async () => true,
};

/** Throws a {@link Problem} for everything but success. What acts does so once, however often it had to be sent. */
export async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET') {
    request.headers.set('Idempotency-Key', crypto.randomUUID());
  }
  const cured = new Set<string>();
  for (;;) {
    const response = await fetch(signed(request.clone()));
    if (response.ok) {
      return wanted(request, response);
    }
    const problem = await Problem.of(response);
    if (cured.has(problem.kind) || !(await cures[problem.kind]?.())) {
      throw problem;
    }
    cured.add(problem.kind);
  }
}

/** With the proof against forged requests as it is now. */
function signed(request: Request): Request {
  const token = request.method === 'GET' ? undefined : cookie('XSRF-TOKEN');
  if (token) {
    request.headers.set('X-XSRF-TOKEN', token);
  }
  return request;
}

/** A page in the place of JSON is from something between here and the platform. */
function wanted(request: Request, response: Response): Response {
  const type = response.headers.get('Content-Type');
  if (type && request.headers.get('Accept') === 'application/json' && !type.includes('json')) {
    throw Problem.unusable(response);
  }
  return response;
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}
