import { Checkbox } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Column } from './columns';
import type { Selection } from './selection';
import classes from './Table.module.css';

interface RowProps<R> {
  row: R;
  index: number;
  top: number;
  measure: (element: HTMLElement | null) => void;
  columns: readonly Column<R>[];
  card?: (row: R) => ReactNode;
  active: boolean;
  to?: string;
  selection?: Selection<R>;
  onFocus: () => void;
}

/** One row; all of it leads where the row leads, besides what can be pressed in it. */
export function Row<R>({ row, index, top, measure, columns, card, active, to, selection, onFocus }: RowProps<R>) {
  const navigate = useNavigate();
  const pressed = (event: MouseEvent) => {
    if (!to || (event.target as HTMLElement).closest('a, button, input, label') || getSelection()?.toString()) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      window.open(to, '_blank', 'noopener');
    } else {
      void navigate(to);
    }
  };
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selection?.has(index)}
      data-index={index}
      data-leads={to !== undefined || undefined}
      tabIndex={active ? 0 : -1}
      className={classes.row}
      style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${top}px)` }}
      onClick={pressed}
      onFocus={onFocus}
    >
      {selection && (
        <div role="gridcell">
          <Checkbox
            size="xs"
            aria-label="Select"
            tabIndex={-1}
            checked={selection.has(index)}
            onChange={({ nativeEvent }) => selection.toggle(index, (nativeEvent as PointerEvent).shiftKey)}
          />
        </div>
      )}
      {card ? (
        <div role="gridcell" className={classes.card}>
          {card(row)}
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.key} role="gridcell" data-align={column.align} className={classes.cell}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}
