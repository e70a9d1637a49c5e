import { get, post } from '@/api/client';
import { notSignedIn } from '@/api/session';
import { listen, tell } from './tabs';

export interface Watched {
  /**
   * @param left milliseconds; undefined while there is nothing to warn of
   * @param last whether it ends then whoever is there
   */
  onLeft(left: number | undefined, last: boolean): void;
  /** The session is over; `out` when somebody signed out. */
  onEnd(why: 'idle' | 'out'): void;
}

/** As long as somebody needs to come back to the desk; of a short session half. */
const WARNING = 120_000;

/** Somebody who works is told of no more often, nor than ten times in the time that nobody may be there. */
const TOLD_EVERY = 60_000;
const TIMES = 10;

const TICK = 1_000;
const ONCE_MORE = 5_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Keeps the session while a person is at this page or at one in another tab, and tells before it ends and when it has.
 * The server decides: what a page asks for by itself keeps nothing, only this does.
 */
export function watchPresence({ onLeft, onEnd }: Watched): { stay: () => void; stop: () => void } {
  let until = Number.POSITIVE_INFINITY;
  let idle = Number.POSITIVE_INFINITY;
  let told = 0;
  let last = false;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const at = (wait: number, what: () => void) => {
    clearTimeout(timer);
    timer = over ? undefined : setTimeout(what, wait);
  };
  const end = (why: 'idle' | 'out') => {
    if (!over) {
      stop();
      onEnd(why);
    }
  };
  const look = () => {
    const left = until - Date.now();
    const warning = Math.min(WARNING, idle / 2);
    if (left <= 0) {
      // Another tab may have kept it, unheard.
      void ask('GET');
    } else if (left <= warning) {
      onLeft(left, last);
      at(Math.min(TICK, left), look);
    } else {
      onLeft(undefined, false);
      at(left - warning, look);
    }
  };
  const learn = (next: number, of: number) => {
    until = next;
    idle = of;
    if (!over) {
      look();
    }
  };
  const ask = async (method: 'GET' | 'POST') => {
    try {
      const presence = await (method === 'GET' ? get('/identity/presence') : post('/identity/presence'));
      last = method === 'POST' && presence.left < presence.idle * 0.9;
      learn(Date.now() + presence.left, presence.idle);
      tell({ kind: 'until', until, idle });
    } catch (error) {
      if (notSignedIn(error)) {
        end('idle');
      } else {
        at(ONCE_MORE, () => void ask('GET'));
      }
    }
  };
  const stay = () => {
    told = Date.now();
    void ask('POST');
  };
  const sign = (event: Event) => {
    // What is drawn anew under a pointer that rests moves nobody.
    const rests = event.type === 'pointermove' && (event as PointerEvent).movementX === 0 && (event as PointerEvent).movementY === 0;
    if (!rests && Date.now() - told > Math.min(TOLD_EVERY, idle / TIMES)) {
      stay();
    }
  };
  const unlisten = listen((word) => {
    if (word.kind === 'until') {
      last = false;
      learn(word.until, word.idle);
    } else if (word.kind === 'out') {
      end('out');
    }
  });
  const stop = () => {
    over = true;
    clearTimeout(timer);
    unlisten();
    SIGNS.forEach((name) => window.removeEventListener(name, sign, true));
  };
  SIGNS.forEach((name) => window.addEventListener(name, sign, { capture: true, passive: true }));
  void ask('GET');
  return { stay, stop };
}
