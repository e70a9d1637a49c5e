import type { ReactNode } from 'react';

export type Sortable = string | number | undefined;

/** How one column of a table is shown, sorted and filtered. */
export interface Column<R> {
  /** Its name in the address: ?sort=key, ?key=value. */
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  /** A track of a CSS grid: '120px', 'minmax(200px, 2fr)'. */
  width?: string;
  /** What it is sorted by; a column without is not sortable. Absent values come last. */
  sort?: (row: R) => Sortable;
  /** What can be filtered for, as a choice of values. */
  facet?: (row: R) => string | readonly string[] | undefined;
  /** How a value of the facet is written; a value as it is when left out. */
  facetLabel?: (value: string) => string;
  /** All values there can be, in order; else those of the rows. */
  facetValues?: readonly string[];
  align?: 'end';
}
