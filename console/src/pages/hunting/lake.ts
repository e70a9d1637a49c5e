import { queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/client';

export interface LakeSchema {
  tables: { name: string; columns: { name: string; type: string }[] }[];
  functions: string[];
}

export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };

export interface Result {
  columns: string[];
  rows: Cell[][];
  truncated: boolean;
  milliseconds: number;
}

export const schemaQuery = queryOptions({
  queryKey: ['lake', 'schema'],
  queryFn: ({ signal }) => get<LakeSchema>('/api/v1/lake/schema', undefined, signal),
  staleTime: Infinity,
});

export function runQuery(sql: string, rows: number): Promise<Result> {
  return post<Result>('/api/v1/lake/query', { sql, rows });
}
