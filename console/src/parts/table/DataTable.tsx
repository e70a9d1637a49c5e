import { Paper, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { EmptyState, ErrorState } from '../States';
import { arrange, counts } from './arrange';
import type { Column } from './columns';
import { Facet } from './Facet';
import { Rows } from './Rows';
import classes from './Table.module.css';
import { Toolbar } from './Toolbar';
import { filtered, nextSort, useView } from './view';

export interface DataTableProps<R> {
  /** Of the saved views, and said by screen readers. */
  name: string;
  /** Undefined until they are known. */
  rows: readonly R[] | undefined;
  columns: readonly Column<R>[];
  id: (row: R) => string;
  /** What the text filter looks at. */
  text: (row: R) => string;
  /** Where a row leads. */
  to?: (row: R) => string;
  /** On a narrow screen, in place of the columns. */
  card?: (row: R) => ReactNode;
  /** What can be done with selected rows; rows can be selected when it is given. */
  bulk?: (rows: R[], clear: () => void) => ReactNode;
  sort?: string;
  /** The server filters and sorts, by the parameters of the address (see `useView`). */
  arranged?: boolean;
  error?: unknown;
  retry?: () => void;
  /** What is shown where there is nothing at all. */
  empty?: ReactNode;
  /** Reads the next page; called when the end comes near. */
  more?: () => void;
}

/** A list of any length: filters and order in the address, saved views, keys, selection; only visible rows are drawn. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { name, rows, columns, text, card, sort, arranged } = props;
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) && card !== undefined;
  const facets = columns.filter((column) => column.facet);
  const [view, change, clear] = useView(facets.map((column) => column.key), sort);
  const shown = useMemo(
    () => (arranged ? [...(rows ?? [])] : arrange(rows ?? [], columns, text, view)),
    // Columns and functions are written in place and change with each drawing; what they read is the rows.
    [rows, view, arranged, columns.length],
  );
  const field = useRef<HTMLInputElement>(null);

  if (rows === undefined && props.error) {
    return <ErrorState error={props.error} retry={props.retry} />;
  }
  if (rows?.length === 0 && !filtered(view)) {
    return <Paper className={classes.frame}>{props.empty ?? <EmptyState title="Nothing here yet" />}</Paper>;
  }
  return (
    <div>
      <Toolbar
        table={name}
        field={field}
        view={view}
        shown={rows && shown.length}
        total={arranged ? undefined : rows?.length}
        further={props.more !== undefined}
        onText={(value) => change({ text: value })}
        onClear={clear}
      >
        {facets.map((column) => (
          <Facet
            key={column.key}
            title={column.title}
            values={arranged ? (column.facetValues ?? []).map((value) => [value]) : counts(rows ?? [], column)}
            chosen={view.filters[column.key] ?? []}
            label={column.facetLabel ?? ((value) => value)}
            onChange={(values) => change({ filter: [column.key, values] })}
          />
        ))}
      </Toolbar>
      {rows === undefined ? (
        <Outline />
      ) : shown.length === 0 ? (
        <Paper className={classes.frame}>
          <EmptyState icon={IconFilterOff} title="Nothing fits these filters" text="Clear some of them to see more." />
        </Paper>
      ) : (
        <Rows {...props} rows={shown} narrow={narrow} sortedBy={view.sort} onSort={(key) => change({ sort: nextSort(view.sort, key) })} field={field} />
      )}
    </div>
  );
}

function Outline() {
  return (
    <Paper className={classes.frame} role="status" aria-busy="true" aria-label="Loading">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={classes.outline}>
          <Skeleton height={12} width={`${70 - ((index * 13) % 40)}%`} />
        </div>
      ))}
    </Paper>
  );
}
