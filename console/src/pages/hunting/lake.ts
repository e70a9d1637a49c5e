import { queryOptions } from '@tanstack/react-query';
import { get, post, type Schemas } from '@/api/client';

export type LakeSchema = Schemas['Schema'];

/** What a query may give in one place. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };

export type Result = Omit<Schemas['ResultBody'], 'rows'> & { rows: Cell[][] };

export const schemaQuery = queryOptions({
  queryKey: ['lake', 'schema'],
  queryFn: ({ signal }) => get('/api/v1/lake/schema', { signal }),
  staleTime: Infinity,
});

export async function runQuery(sql: string, rows: number): Promise<Result> {
  return (await post('/api/v1/lake/query', { body: { sql, rows } })) as Result;
}
