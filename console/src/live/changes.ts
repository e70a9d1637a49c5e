import { createClient } from 'graphql-ws';

/** A fact that the platform announced. */
export interface Change {
  id: string;
  kind: string;
  noun: string;
  subject: string;
  correlationId: string;
}

export type Link = 'live' | 'waiting';

/** What is asked of GraphQL, the only thing that is. */
export const CHANGES = `subscription Changes($after: ID) {
  changes(after: $after) { id kind noun subject correlationId }
}`;

const LONGEST_WAIT = 30_000;
const ONCE_MORE = 5_000;

/** WebSocket's code for a breach of policy. */
const NOT_KNOWN = 1008;

/** From the platform's word that it listens until it follows, many times over. */
const FOLLOWED = 1_000;

/**
 * Hears of changes until it is closed. A lost connection is taken up again after the last change that was heard.
 *
 * @param onUnknown told when anything may have changed before the connection was there
 * @param onLink told 'live' while changes come as they happen
 * @param onEnded told when the platform ended the connection because its session counts no more, or for less
 */
export function watch(
  onChange: (change: Change) => void,
  onUnknown: () => void,
  onLink: (link: Link) => void,
  onEnded: () => void,
): () => void {
  let last: string | undefined;
  let over = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  let unknown: ReturnType<typeof setTimeout> | undefined;
  // What a connection says after it was given up is not about the one that followed.
  const link = (now: Link) => over || onLink(now);
  // Without a cursor nobody tells what changed before this.
  const connected = () => {
    link('live');
    if (last === undefined) {
      unknown = setTimeout(() => over || onUnknown(), FOLLOWED);
    }
  };
  const closed = (event: unknown) => {
    link('waiting');
    if (!over && event instanceof CloseEvent && event.code === NOT_KNOWN) {
      onEnded();
    }
  };
  const client = createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/api/graphql/live`,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (attempt) =>
      new Promise((go) => setTimeout(go, Math.min(LONGEST_WAIT, 500 * 2 ** attempt) * (0.75 + Math.random() / 2))),
    on: { connected, closed, error: () => link('waiting') },
  });
  const follow = () =>
    client.subscribe<{ changes: Change }>(
      {
        query: CHANGES,
        // Read anew at each connection.
        variables: {
          get after() {
            return last;
          },
        },
      },
      {
        next: ({ data }) => {
          if (data) {
            last = data.changes.id;
            onChange(data.changes);
          }
        },
        error: ended,
        complete: ended,
      },
    );
  // The platform, or what lies between, ended it for good; what was wrong then need not be so later.
  const ended = () => {
    link('waiting');
    if (!over) {
      again = setTimeout(follow, ONCE_MORE);
    }
  };
  follow();
  return () => {
    over = true;
    clearTimeout(again);
    clearTimeout(unknown);
    void client.dispose();
  };
}
