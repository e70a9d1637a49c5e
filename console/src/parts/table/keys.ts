import { type RefObject, useEffect, useRef } from 'react';
import { writing } from '../writing';

interface Keyed {
  count: number;
  active: number;
  move: (to: number) => void;
  open: (index: number) => void;
  select: (index: number, range?: boolean) => void;
  unselect: () => void;
  field: RefObject<HTMLInputElement | null>;
  /** Arrow keys belong to the table only while the focus is in it. */
  table: RefObject<HTMLElement | null>;
}

/** j and k go through the rows from anywhere on the page; x selects, X as far as here, Escape nothing any more; Enter opens, f goes to the filter. */
export function useTableKeys(keyed: Keyed): void {
  const current = useRef(keyed);
  useEffect(() => {
    current.current = keyed;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target) && react(event, current.current)) {
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function react(event: KeyboardEvent, { count, active, move, open, select, unselect, field, table }: Keyed): boolean {
  const inside = table.current?.contains(event.target as Node) ?? false;
  const onRow = (event.target as HTMLElement).getAttribute?.('role') === 'row';
  const to = (index: number) => {
    if (count > 0) {
      move(Math.max(0, Math.min(count - 1, index)));
    }
    return count > 0;
  };
  switch (event.key) {
    case 'j':
      return to(active + 1);
    case 'k':
      return to(active - 1);
    case 'ArrowDown':
      return inside && to(active + 1);
    case 'ArrowUp':
      return inside && to(active - 1);
    case 'Home':
      return inside && to(0);
    case 'End':
      return inside && to(count - 1);
    case 'Enter':
      return onRow && active >= 0 && (open(active), true);
    case 'x':
      return active >= 0 && (select(active), true);
    case 'X':
      return active >= 0 && (select(active, true), true);
    case 'Escape':
      return (unselect(), false);
    case 'f':
      return (field.current?.focus(), field.current !== null);
    default:
      return false;
  }
}
