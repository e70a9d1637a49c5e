import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

/** As `--row` in Table.module.css: a known height spares the browser to measure each row that comes into sight. */
const ROW_REM = 2.75;
/** Of a card, until it is measured. */
const CARD_PIXELS = 92;
/** So many rows before the end the next page is asked for: a fast scroll takes 100 in the time of an answer. */
const AHEAD = 150;

interface Asked<R> {
  rows: R[];
  id: (row: R) => string;
  table: RefObject<HTMLElement | null>;
  /** Cards in place of rows. */
  narrow: boolean;
  /** The row that stays drawn wherever one scrolls, so that the focus is not lost with it. */
  kept: number;
  more?: () => void;
}

/** Which rows are drawn and where: those in the window, and some around them. */
export function useDrawn<R>({ rows, id, table, narrow, kept, more }: Asked<R>) {
  const [row] = useState(() => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [table]);

  // Each of these anew would lay out all rows anew with every frame.
  const estimateSize = useCallback(() => (narrow ? CARD_PIXELS : row), [narrow, row]);
  const getItemKey = useCallback((index: number) => id(rows[index]!), [rows, id]);
  const rangeExtractor = useCallback((range: Range) => withKept(defaultRangeExtractor(range), kept, range.count), [kept]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize,
    getItemKey,
    rangeExtractor,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 24,
  });
  // Cards are as high as what they say; what was measured of them says nothing of rows.
  useLayoutEffect(() => virtual.measure(), [virtual, narrow]);

  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) {
      more?.();
    }
  }, [last, rows.length, more]);

  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    offset: margin,
    measure: narrow ? virtual.measureElement : undefined,
    reveal: (index: number) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}

function withKept(indexes: number[], kept: number, count: number): number[] {
  const [first = 0] = indexes;
  if (kept >= count || indexes.includes(kept)) {
    return indexes;
  }
  return kept < first ? [kept, ...indexes] : [...indexes, kept];
}
