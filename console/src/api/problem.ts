/** What the server says went wrong (RFC 9457). `type` ends in the problem's name, `detail` names the cure. */
export class Problem extends Error {
  readonly status: number;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;

  constructor(status: number, kind: string, title: string, detail: string) {
    super(detail || title);
    this.name = 'Problem';
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.detail = detail;
  }

  static async of(response: Response): Promise<Problem> {
    const type = response.headers.get('content-type') ?? '';
    if (!type.includes('json')) {
      return Problem.unusable(response);
    }
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '');
    const kind = text('type').split(/[:/]/).at(-1) || `http-${response.status}`;
    return new Problem(response.status, kind, text('title') || 'That did not work', text('detail'));
  }

  /** Something other than the platform spoke, or it was cut short. */
  static unusable({ status }: Response): Problem {
    return new Problem(status, 'no-answer', 'The platform gave no usable answer', `HTTP ${status}`);
  }

  static unreachable(cause: unknown): Problem {
    const why = cause instanceof Error ? cause.message : '';
    return new Problem(0, 'unreachable', 'The platform does not answer', why || 'Is it running, and is the network up?');
  }
}

/** Worth another try by itself: nothing about the request was wrong. */
export function passing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500);
}
