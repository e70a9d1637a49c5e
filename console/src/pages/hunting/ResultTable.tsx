import { ActionIcon, Button, Code, CopyButton, Drawer, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck, IconCopy, IconRadar } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { useZone } from '@/parts/zone';
import type { Cell, Result } from './lake';
import classes from './ResultTable.module.css';
import { cellText, type Kind, kindOf, sorted } from './results';

const ROW = 32;

/** Any number of rows; only those in sight are drawn. Enter opens a row whole. */
export function ResultTable({ result }: { result: Result }) {
  const [order, setOrder] = useState<{ column: number; down: boolean }>();
  const [open, setOpen] = useState<Cell[]>();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => (order ? sorted(result, order.column, order.down) : result.rows), [result, order]);
  const kinds = useMemo(() => result.columns.map((_, index) => kindOf(result, index)), [result]);
  const tracks = useMemo(() => widths(result, kinds), [result, kinds]);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => ROW, overscan: 16 });
  const move = (event: KeyboardEvent, index: number) => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && rows[to]) {
      event.preventDefault();
      virtual.scrollToIndex(to);
      requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
    } else if (event.key === 'Enter') {
      setOpen(rows[index]);
    }
  };
  return (
    <>
      <div ref={frame} className={classes.frame} role="table" aria-label="Result" aria-rowcount={rows.length + 1}>
        <div className={classes.head} role="row" style={{ gridTemplateColumns: tracks }}>
          {result.columns.map((name, index) => (
            <Heading
              key={index}
              name={name}
              kind={kinds[index]}
              down={order?.column === index ? order.down : undefined}
              onSort={() => setOrder(next(order, index))}
            />
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              tabIndex={index === 0 ? 0 : -1}
              data-index={index}
              className={classes.row}
              style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
              onClick={() => setOpen(rows[index])}
              onKeyDown={(event) => move(event, index)}
            >
              {rows[index]?.map((cell, column) => (
                <div key={column} role="cell" className={classes.cell} data-kind={kinds[column]}>
                  <Shown cell={cell} kind={kinds[column] ?? 'text'} />
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      <Drawer opened={open !== undefined} onClose={() => setOpen(undefined)} position="right" size="xl" title="Row">
        {open && <Whole columns={result.columns} row={open} />}
      </Drawer>
    </>
  );
}

function Heading({ name, kind, down, onSort }: { name: string; kind?: Kind; down?: boolean; onSort: () => void }) {
  const Sign = down ? IconArrowDown : IconArrowUp;
  return (
    <div role="columnheader" data-kind={kind} aria-sort={down === undefined ? 'none' : down ? 'descending' : 'ascending'}>
      <UnstyledButton className={classes.sort} onClick={onSort} title={name}>
        <span>{name}</span>
        {down !== undefined && <Sign size={13} aria-hidden />}
      </UnstyledButton>
    </div>
  );
}

/** Up, down, as it came. */
function next(order: { column: number; down: boolean } | undefined, column: number) {
  if (order?.column !== column) {
    return { column, down: false };
  }
  return order.down ? undefined : { column, down: true };
}

function Shown({ cell, kind }: { cell: Cell; kind: Kind }) {
  const [zone] = useZone();
  if (cell === null) {
    return <span className={classes.nothing}>null</span>;
  }
  if (kind === 'time') {
    return <>{new Date(String(cell)).toLocaleString('sv-SE', { timeZone: zone })}</>;
  }
  return <>{typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 6 }) : cellText(cell)}</>;
}

/** As wide as what is in it asks for, within reason. */
function widths(result: Result, kinds: Kind[]): string {
  return result.columns
    .map((name, index) => {
      if (kinds[index] === 'time') {
        return '168px';
      }
      const longest = result.rows.slice(0, 50).reduce((most, row) => Math.max(most, cellText(row[index]).length), name.length);
      const width = Math.min(460, Math.max(88, longest * 7.6 + 28));
      // What is left over goes to text; numbers stay near their name.
      const stretched = index === result.columns.length - 1 && kinds[index] === 'text';
      return stretched ? `minmax(${width}px, 1fr)` : `${Math.round(width)}px`;
    })
    .join(' ');
}

/** A row with nothing cut off; JSON is laid out. */
function Whole({ columns, row }: { columns: string[]; row: Cell[] }) {
  const may = useMay();
  const record = rawRecord(columns, row);
  return (
    <Stack gap="md">
      {record && may('rule.check') && (
        <Button component={Link} to="/hunting/rules/draft" state={{ record }} variant="default" w="fit-content" leftSection={<IconRadar size={16} aria-hidden />}>
          Draft a rule from this event
        </Button>
      )}
      {columns.map((name, index) => {
        const text = laidOut(row[index]);
        return (
          <div key={index}>
            <Group justify="space-between" mb={4}>
              <Text size="xs" c="dimmed" ff="monospace">
                {name}
              </Text>
              <CopyButton value={text}>
                {({ copied, copy }) => (
                  <ActionIcon size="sm" onClick={copy} aria-label={`Copy ${name}`}>
                    {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  </ActionIcon>
                )}
              </CopyButton>
            </Group>
            {text.includes('\n') ? <Code block tabIndex={0} aria-label={name}>{text}</Code> : <Text size="sm" className={classes.whole}>{text || '–'}</Text>}
          </div>
        );
      })}
    </Stack>
  );
}

/** The record as it came in, where the row has it. */
function rawRecord(columns: string[], row: Cell[]): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(String(row[columns.indexOf('raw')]));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function laidOut(cell: Cell | undefined): string {
  if (typeof cell === 'string' && /^[[{]/.test(cell)) {
    try {
      return JSON.stringify(JSON.parse(cell), null, 2);
    } catch {
      return cell;
    }
  }
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell, null, 2) : cellText(cell);
}
