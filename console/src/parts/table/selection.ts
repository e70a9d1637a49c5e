import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface Selection<R> {
  rows: R[];
  has: (index: number) => boolean;
  /** One row, or all from the one that was toggled last up to it. The same function for good, whatever is selected. */
  toggle: (index: number, range?: boolean) => void;
  all: boolean;
  toggleAll: () => void;
  clear: () => void;
}

/** Which rows are selected; what is filtered away is not. */
export function useSelection<R>(rows: R[], id: (row: R) => string): Selection<R> {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const shown = useRef({ rows, id });
  useEffect(() => {
    shown.current = { rows, id };
  });
  const toggle = useCallback((index: number, range = false) => {
    const keys = shown.current.rows.map(shown.current.id);
    const from = range && last.current !== undefined ? keys.indexOf(last.current) : -1;
    last.current = keys[index];
    setChosen((before) => toggled(before, keys, index, from));
  }, []);
  const selected = useMemo(() => (chosen.size === 0 ? [] : rows.filter((row) => chosen.has(id(row)))), [rows, chosen, id]);
  const all = selected.length > 0 && selected.length === rows.length;
  return {
    rows: selected,
    has: (index) => chosen.has(id(rows[index]!)),
    toggle,
    all,
    toggleAll: () => setChosen(all ? new Set() : new Set(rows.map(id))),
    clear: () => setChosen(new Set()),
  };
}

function toggled(before: ReadonlySet<string>, keys: string[], index: number, from: number): ReadonlySet<string> {
  const after = new Set(before);
  if (from >= 0) {
    keys.slice(Math.min(from, index), Math.max(from, index) + 1).forEach((key) => after.add(key));
  } else if (!after.delete(keys[index]!)) {
    after.add(keys[index]!);
  }
  return after;
}
