import { Group, Paper, Text } from '@mantine/core';
import { type CSSProperties, type FocusEvent, type MouseEvent, type RefObject, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataTableProps } from './DataTable';
import { Head } from './Head';
import { useTableKeys } from './keys';
import { Row } from './Row';
import { useSelection } from './selection';
import classes from './Table.module.css';
import { useDrawn } from './useDrawn';

type RowsProps<R> = DataTableProps<R> & {
  rows: R[];
  /** Cards in place of columns. */
  narrow: boolean;
  sortedBy: string;
  onSort: (key: string) => void;
  field: RefObject<HTMLInputElement | null>;
};

/** The rows that are in sight and some around them. What they have in common is done here once, not by each. */
export function Rows<R>({ name, rows, columns, id, to, card, bulk, more, narrow, sortedBy, onSort, field }: RowsProps<R>) {
  const navigate = useNavigate();
  const table = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const selection = useSelection(rows, id);
  const { items, height, offset, measure, reveal } = useDrawn({ rows, id, table, narrow, kept: Math.max(0, active), more });

  const move = (index: number) => {
    setActive(index);
    reveal(index);
    const row = () => table.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const here = row();
    // At once where it is drawn: the next key may come before the next frame.
    here ? here.focus({ preventScroll: true }) : requestAnimationFrame(() => row()?.focus({ preventScroll: true }));
  };
  const open = (index: number) => to && void navigate(to(rows[index]!));
  useTableKeys({ count: rows.length, active, move, open, select: selection.toggle, unselect: selection.clear, field, table });

  /** All of a row leads where the row leads, besides what can be pressed in it. */
  const pressed = (event: MouseEvent) => {
    const index = indexOf(event);
    if (!to || index === undefined || (event.target as HTMLElement).closest('a, button, input, label') || getSelection()?.toString()) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      window.open(to(rows[index]!), '_blank', 'noopener');
    } else {
      open(index);
    }
  };
  const focused = (event: FocusEvent) => setActive(indexOf(event) ?? active);
  const wide = columns.map((column) => column.width ?? 'minmax(80px, 1fr)').join(' ');

  return (
    <Paper className={classes.frame}>
      <div
        ref={table}
        role="grid"
        aria-label={name}
        aria-rowcount={rows.length + 1}
        className={classes.table}
        data-narrow={narrow || undefined}
        data-leads={to !== undefined || undefined}
        style={{ '--tracks': `${bulk ? '18px ' : ''}${narrow ? '1fr' : wide}` } as CSSProperties}
      >
        {!narrow && <Head columns={columns} sort={sortedBy} onSort={onSort} selection={bulk ? selection : undefined} />}
        <div role="rowgroup" className={classes.body} style={{ height }} onClick={pressed} onFocus={focused}>
          {items.map((item) => (
            <Row
              key={item.key}
              row={rows[item.index]!}
              index={item.index}
              top={item.start - offset}
              measure={measure}
              columns={columns}
              card={narrow ? card : undefined}
              active={item.index === Math.max(0, active)}
              selected={bulk && selection.has(item.index)}
              onSelect={selection.toggle}
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

/** Which row it happened in. */
function indexOf(event: MouseEvent | FocusEvent): number | undefined {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
  // What is opened from a row, a menu say, lies elsewhere in the page, and its events come here all the same.
  return row && event.currentTarget.contains(row) ? Number(row.dataset.index) : undefined;
}
