import { useLocalStorage } from '@mantine/hooks';

export interface Saved {
  name: string;
  sql: string;
}

/** Where to begin. */
export const examples: Saved[] = [
  {
    name: 'The latest events',
    sql: 'SELECT time, source, operation, actor_keys, severity_id\nFROM events\nORDER BY time DESC\nLIMIT 200',
  },
  {
    name: 'Events over time',
    sql: "SELECT time_bucket(INTERVAL '5 minutes', time) AS at, count(*) AS events\nFROM events\nGROUP BY 1\nORDER BY 1",
  },
  {
    name: 'Who does the most',
    sql: 'SELECT unnest(actor_keys) AS actor, count(*) AS events, min(time) AS first, max(time) AS last\nFROM events\nGROUP BY 1\nORDER BY events DESC\nLIMIT 30',
  },
  {
    name: 'Rare operations',
    sql: 'SELECT operation, count(*) AS events, max(time) AS last\nFROM events\nGROUP BY 1\nHAVING count(*) <= 3\nORDER BY last DESC',
  },
  {
    name: 'What AWS refused, and whom',
    sql: "SELECT json_extract_string(raw, '$.errorCode') AS error, actor_keys[1] AS actor, count(*) AS times\nFROM events\nWHERE json_extract_string(raw, '$.errorCode') IS NOT NULL\nGROUP BY 1, 2\nORDER BY times DESC",
  },
  {
    name: 'Everything about one address',
    sql: "SELECT time, operation, actor_keys, raw\nFROM events\nWHERE list_contains(entity_keys, 'address|internet|203.0.113.24')\nORDER BY time",
  },
];

const MOST_RECENT = 20;

/** Queries that this person kept by name, in this browser. */
export function useSavedQueries() {
  const [saved, setSaved] = useLocalStorage<Saved[]>({
    key: 'acso.hunting.saved',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    saved,
    keep: (query: Saved) => setSaved((before) => [...before.filter(({ name }) => name !== query.name), query]),
    drop: (name: string) => setSaved((before) => before.filter((one) => one.name !== name)),
  };
}

/** What was run last, the newest first, in this browser. */
export function useRecentQueries() {
  const [recent, setRecent] = useLocalStorage<string[]>({
    key: 'acso.hunting.recent',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    recent,
    ran: (sql: string) =>
      setRecent((before) => [sql, ...before.filter((one) => one !== sql)].slice(0, MOST_RECENT)),
  };
}
