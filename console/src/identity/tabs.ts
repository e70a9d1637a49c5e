/** What the tabs of a browser, which share a session, tell each other of it. */
export type Word =
  /** It lasts until then, if nobody is there any more. */
  | { kind: 'until'; until: number; idle: number }
  | { kind: 'out' }
  | { kind: 'in' };

const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('acso.session') : undefined;

/** The other tabs hear it, this one does not. */
export function tell(word: Word): void {
  tabs?.postMessage(word);
}

export function listen(hear: (word: Word) => void): () => void {
  const heard = (event: MessageEvent<Word>) => hear(event.data);
  tabs?.addEventListener('message', heard);
  return () => tabs?.removeEventListener('message', heard);
}

const JUST = 10_000;
let out = Number.NEGATIVE_INFINITY;
listen(({ kind }) => {
  out = kind === 'out' ? Date.now() : out;
});

/** Whether somebody signed out in another tab just now, also while this one was between two pages. */
export const justOut = () => Date.now() - out < JUST;
