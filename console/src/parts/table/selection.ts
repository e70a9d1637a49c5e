import { useMemo, useRef, useState } from 'react';

export interface Selection<R> {
  rows: R[];
  has: (index: number) => boolean;
  /** One row, or all from the one that was toggled last up to it. */
  toggle: (index: number, range?: boolean) => void;
  all: boolean;
  toggleAll: () => void;
  clear: () => void;
}

/** Which rows are selected; what is filtered away is not. */
export function useSelection<R>(rows: R[], id: (row: R) => string): Selection<R> {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const selected = useMemo(() => (chosen.size === 0 ? [] : rows.filter((row) => chosen.has(id(row)))), [rows, chosen, id]);
  const all = selected.length > 0 && selected.length === rows.length;
  return {
    rows: selected,
    has: (index) => chosen.has(id(rows[index]!)),
    toggle: (index, range = false) => {
      const after = new Set(chosen);
      const key = id(rows[index]!);
      const from = range ? rows.findIndex((row) => id(row) === last.current) : -1;
      if (from >= 0) {
        rows.slice(Math.min(from, index), Math.max(from, index) + 1).forEach((row) => after.add(id(row)));
      } else if (!after.delete(key)) {
        after.add(key);
      }
      last.current = key;
      setChosen(after);
    },
    all,
    toggleAll: () => setChosen(all ? new Set() : new Set(rows.map(id))),
    clear: () => setChosen(new Set()),
  };
}
