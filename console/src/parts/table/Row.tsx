import { memo, type ReactNode } from 'react';
import type { Column } from './columns';
import classes from './Table.module.css';

interface RowProps<R> {
  row: R;
  index: number;
  top: number;
  /** Only where rows are as high as what is in them. */
  measure?: (element: HTMLElement | null) => void;
  columns: readonly Column<R>[];
  card?: (row: R) => ReactNode;
  active: boolean;
  /** Undefined where rows cannot be selected. */
  selected?: boolean;
  onSelect: (index: number, range: boolean) => void;
}

/**
 * One row. Scrolling draws ten of these in each frame, so it is made of plain elements, listens to nothing that the
 * table can listen to, and is drawn anew only when something of its own has changed.
 */
export const Row = memo(PlainRow) as typeof PlainRow;

function PlainRow<R>({ row, index, top, measure, columns, card, active, selected, onSelect }: RowProps<R>) {
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={active ? 0 : -1}
      className={classes.row}
      style={{ top }}
    >
      {selected !== undefined && (
        <div role="gridcell">
          <input
            type="checkbox"
            aria-label="Select"
            tabIndex={-1}
            className={classes.check}
            checked={selected}
            onChange={({ nativeEvent }) => onSelect(index, (nativeEvent as PointerEvent).shiftKey)}
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
