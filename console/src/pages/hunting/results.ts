import { visible } from '@/parts/visible';
import type { Cell, Result } from './lake';

export type Kind = 'time' | 'number' | 'text';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What a column holds, by its values; null says nothing. */
export function kindOf(result: Result, column: number): Kind {
  const values = result.rows.map((row) => row[column]).filter((value) => value !== null && value !== undefined);
  if (values.length > 0 && values.every((value) => typeof value === 'number')) {
    return 'number';
  }
  return values.length > 0 && values.every((value) => typeof value === 'string' && TIME.test(value)) ? 'time' : 'text';
}

/** A cell on one line. */
export function cellText(value: Cell | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The rows in order of a column, up or down; numbers by their value, nothing last. */
export function sorted(result: Result, column: number, down: boolean): Cell[][] {
  const numbers = kindOf(result, column) === 'number';
  const sign = down ? -1 : 1;
  return result.rows.toSorted((one, other) => {
    const [a, b] = [one[column] ?? null, other[column] ?? null];
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null);
    }
    return sign * (numbers ? Number(a) - Number(b) : cellText(a).localeCompare(cellText(b)));
  });
}

/** What can be drawn: values over times, or values by name. */
export interface Drawing {
  kind: 'time' | 'names';
  x: string;
  series: string[];
  data: Record<string, string | number>[];
}

const MOST_POINTS = 500;
const MOST_NAMES = 40;

/** The result as a chart: its first column that is no number, against its numbers. Nothing when it has no such two. */
export function drawing(result: Result): Drawing | undefined {
  const kinds = result.columns.map((_, index) => kindOf(result, index));
  const axis = kinds.findIndex((kind) => kind !== 'number');
  const numbers = kinds.flatMap((kind, index) => (kind === 'number' ? [index] : []));
  if (axis < 0 || numbers.length === 0) {
    return undefined;
  }
  const kind = kinds[axis] === 'time' ? 'time' : 'names';
  const rows = kind === 'time' ? sorted(result, axis, false).slice(0, MOST_POINTS) : result.rows.slice(0, MOST_NAMES);
  // What a chart draws is made by no element of ours.
  const name = (index: number) => visible(result.columns[index]!);
  return {
    kind,
    x: 'x',
    series: numbers.map(name),
    data: rows.map((row) =>
      Object.fromEntries([
        ['x', visible(cellText(row[axis])) || '(none)'],
        ...numbers.map((index) => [name(index), Number(row[index] ?? 0)] as const),
      ]),
    ),
  };
}

/** RFC 4180. What a spreadsheet would take for a formula is led by an apostrophe. */
export function csv(result: Result): string {
  const field = (value: Cell | undefined) => {
    const text = cellText(value);
    const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [result.columns, ...result.rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}
