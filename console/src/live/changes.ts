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

const QUERY = `subscription Changes($after: ID) {
  changes(after: $after) { id kind noun subject correlationId }
}`;

const LONGEST_WAIT = 30_000;

/**
 * Hears of changes until it is closed. A lost connection is taken up again after the last change that was heard.
 *
 * @param onLink told 'live' while changes come as they happen
 */
export function watch(onChange: (change: Change) => void, onLink: (link: Link) => void): () => void {
  let last: string | undefined;
  const client = createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/api/graphql/live`,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (attempt) =>
      new Promise((go) => setTimeout(go, Math.min(LONGEST_WAIT, 500 * 2 ** attempt) * (0.75 + Math.random() / 2))),
    on: { connected: () => onLink('live'), closed: () => onLink('waiting'), error: () => onLink('waiting') },
  });
  client.subscribe<{ changes: Change }>(
    {
      query: QUERY,
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
      error: () => onLink('waiting'),
      complete: () => onLink('waiting'),
    },
  );
  return () => void client.dispose();
}
