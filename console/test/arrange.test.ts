import { describe, expect, it } from 'vitest';
import { arrange, counts } from '@/parts/table/arrange';
import type { Column } from '@/parts/table/columns';
import { nextSort } from '@/parts/table/view';

interface Row {
  name: string;
  size?: number;
  tags: string[];
}

const rows: Row[] = [
  { name: 'host-10', size: 3, tags: ['a'] },
  { name: 'host-9', tags: ['a', 'b'] },
  { name: 'Host-1', size: 12, tags: [] },
];
const columns: Column<Row>[] = [
  { key: 'name', title: 'Name', cell: (row) => row.name, sort: (row) => row.name },
  { key: 'size', title: 'Size', cell: (row) => row.size, sort: (row) => row.size },
  { key: 'tag', title: 'Tag', cell: () => null, facet: (row) => row.tags, facetValues: ['a', 'b', 'c'] },
];
const view = { text: '', sort: '', filters: {} };
const names = (change: Partial<typeof view> & { filters?: Record<string, string[]> }) =>
  arrange(rows, columns, (row) => row.name, { ...view, ...change }).map((row) => row.name);

describe('a table', () => {
  it('keeps the order in which rows come', () => expect(names({})).toEqual(['host-10', 'host-9', 'Host-1']));

  it('sorts text as people count', () => expect(names({ sort: 'name' })).toEqual(['Host-1', 'host-9', 'host-10']));

  it('puts what has no value last, rising and falling', () => {
    expect(names({ sort: 'size' })).toEqual(['host-10', 'Host-1', 'host-9']);
    expect(names({ sort: '-size' })).toEqual(['Host-1', 'host-10', 'host-9']);
  });

  it('finds rows that have every word', () => {
    expect(names({ text: 'HOST 1' })).toEqual(['host-10', 'Host-1']);
    expect(names({ text: 'nothing' })).toEqual([]);
  });

  it('filters for any of the values chosen', () => {
    expect(names({ filters: { tag: ['b'] } })).toEqual(['host-9']);
    expect(names({ filters: { tag: ['a', 'b'] } })).toEqual(['host-10', 'host-9']);
    expect(names({ filters: { tag: [] } })).toHaveLength(3);
  });

  it('counts each value, those that no row has too', () =>
    expect(counts(rows, columns[2]!)).toEqual([['a', 2], ['b', 1], ['c', 0]]));

  it('sorts by a column up, down, and as before', () => {
    expect(nextSort('', 'name')).toBe('name');
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBe('');
  });
});
