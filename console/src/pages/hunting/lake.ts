import { queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type LakeSchema = Schemas['Schema'];

/** What a query may give in one place. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };

export type Result = Omit<Schemas['ResultBody'], 'rows'> & { rows: Cell[][] };

export const schemaQuery = queryOptions({
  queryKey: ['lake', 'schema'],
  queryFn: ({ signal }) => get<LakeSchema>('/api/v1/lake/schema', undefined, signal),
  staleTime: Infinity,
});

export function runQuery(sql: string, rows: number): Promise<Result> {
  return post<Result>('/api/v1/lake/query', { sql, rows });
}
