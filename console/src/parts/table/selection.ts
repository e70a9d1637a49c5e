import { useMemo, useState } from 'react';

export interface Selection<R> {
  rows: R[];
  has: (index: number) => boolean;
  toggle: (index: number) => void;
  all: boolean;
  toggleAll: () => void;
  clear: () => void;
}

/** Which rows are selected; what is filtered away is not. */
export function useSelection<R>(rows: R[], id: (row: R) => string): Selection<R> {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => (chosen.size === 0 ? [] : rows.filter((row) => chosen.has(id(row)))), [rows, chosen, id]);
  const all = selected.length > 0 && selected.length === rows.length;
  return {
    rows: selected,
    has: (index) => chosen.has(id(rows[index]!)),
    toggle: (index) => {
      const after = new Set(chosen);
      const key = id(rows[index]!);
      if (!after.delete(key)) {
        after.add(key);
      }
      setChosen(after);
    },
    all,
    toggleAll: () => setChosen(all ? new Set() : new Set(rows.map(id))),
    clear: () => setChosen(new Set()),
  };
}
