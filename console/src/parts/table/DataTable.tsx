import { Group, Paper, Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState, ErrorState } from '../States';
import { arrange, counts } from './arrange';
import type { Column } from './columns';
import { Facet } from './Facet';
import { Head } from './Head';
import { useTableKeys } from './keys';
import { Row } from './Row';
import { useSelection } from './selection';
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
  const { name, rows, columns, id, text, to, bulk, sort, arranged } = props;
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
        <Rows {...props} rows={shown} sortedBy={view.sort} onSort={(key) => change({ sort: nextSort(view.sort, key) })} field={field} id={id} to={to} bulk={bulk} />
      )}
    </div>
  );
}

type RowsProps<R> = DataTableProps<R> & {
  rows: R[];
  sortedBy: string;
  onSort: (key: string) => void;
  field: React.RefObject<HTMLInputElement | null>;
};

function Rows<R>({ name, rows, columns, id, to, card, bulk, more, sortedBy, onSort, field }: RowsProps<R>) {
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) && card !== undefined;
  const table = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [active, setActive] = useState(-1);
  const selection = useSelection(rows, id);
  useLayoutEffect(() => setMargin((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);

  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (narrow ? 92 : 44),
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 24,
    getItemKey: (index) => id(rows[index]!),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) {
      more?.();
    }
  }, [last, rows.length, more]);

  const move = (index: number) => {
    setActive(index);
    virtual.scrollToIndex(index, { align: 'auto' });
    const row = () => table.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const here = row();
    // At once where it is drawn: the next key may come before the next frame.
    here ? here.focus({ preventScroll: true }) : requestAnimationFrame(() => row()?.focus({ preventScroll: true }));
  };
  const open = (index: number) => to && void navigate(to(rows[index]!));
  useTableKeys({ count: rows.length, active, move, open, select: selection.toggle, unselect: selection.clear, field, table });
  const tracks = `${bulk ? '18px ' : ''}${columns.map((column) => column.width ?? 'minmax(80px, 1fr)').join(' ')}`;

  return (
    <Paper className={classes.frame}>
      <div
        ref={table}
        role="grid"
        aria-label={name}
        aria-rowcount={rows.length + 1}
        className={classes.table}
        data-narrow={narrow || undefined}
        style={{ '--tracks': narrow ? (bulk ? '18px 1fr' : '1fr') : tracks } as React.CSSProperties}
      >
        {!narrow && <Head columns={columns} sort={sortedBy} onSort={onSort} selection={bulk ? selection : undefined} />}
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => (
            <Row
              key={item.key}
              row={rows[item.index]!}
              index={item.index}
              top={item.start - virtual.options.scrollMargin}
              measure={virtual.measureElement}
              columns={columns}
              card={narrow ? card : undefined}
              active={item.index === active || (active < 0 && item.index === 0)}
              to={to?.(rows[item.index]!)}
              selection={bulk ? selection : undefined}
              onFocus={() => setActive(item.index)}
            />
          ))}
        </div>
      </div>
      {bulk && selection.rows.length > 0 && (
        <Group className={classes.bulk} role="region" aria-label="With the selected">
          <Text size="sm" fw={600}>
            {selection.rows.length} selected
          </Text>
          {bulk(selection.rows, selection.clear)}
        </Group>
      )}
    </Paper>
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
