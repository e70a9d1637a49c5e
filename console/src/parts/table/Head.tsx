import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Column } from './columns';
import type { Selection } from './selection';
import classes from './Table.module.css';

export function Head<R>({ columns, sort, onSort, selection }: {
  columns: readonly Column<R>[];
  sort: string;
  onSort: (key: string) => void;
  selection?: Selection<R>;
}) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.row} aria-rowindex={1}>
        {selection && (
          <div role="columnheader">
            <Checkbox
              size="xs"
              aria-label="Select all"
              checked={selection.all}
              indeterminate={selection.rows.length > 0 && !selection.all}
              onChange={selection.toggleAll}
            />
          </div>
        )}
        {columns.map((column) => (
          <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

function Heading<R>({ column, sort, onSort }: { column: Column<R>; sort: string; onSort: (key: string) => void }) {
  const falling = sort === `-${column.key}`;
  const rising = sort === column.key;
  const Arrow = falling ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      data-align={column.align}
      aria-sort={rising ? 'ascending' : falling ? 'descending' : undefined}
    >
      {column.sort ? (
        <UnstyledButton className={classes.sort} onClick={() => onSort(column.key)}>
          {column.title}
          {(rising || falling) && <Arrow size={13} aria-hidden />}
        </UnstyledButton>
      ) : (
        column.title
      )}
    </div>
  );
}
