import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Link, useLocation } from 'react-router';
import { shown } from '../../../test/shown';
import type { Column } from './columns';
import { DataTable } from './DataTable';

interface Thing {
  id: string;
}

const things = (count: number): Thing[] => Array.from({ length: count }, (_, index) => ({ id: `t${index}` }));
const id = (thing: Thing) => thing.id;
const to = (thing: Thing) => `/things/${thing.id}`;
let drawn: string[] = [];
const columns: Column<Thing>[] = [
  {
    key: 'name',
    title: 'Name',
    cell: (thing) => {
      drawn.push(thing.id);
      return <Link to={`/elsewhere/${thing.id}`}>{thing.id}</Link>;
    },
  },
  { key: 'text', title: 'Text', cell: (thing) => `about ${thing.id}` },
];

function Place() {
  return <output>{useLocation().pathname}</output>;
}

function table(rows: Thing[], more?: () => void) {
  drawn = [];
  return shown(
    <>
      <DataTable name="things" rows={rows} columns={columns} id={id} text={id} to={to} more={more} bulk={(chosen) => chosen.map(id).join(' ')} />
      <Place />
    </>,
  );
}

function scrollTo(y: number) {
  Object.defineProperty(window, 'scrollY', { value: y, configurable: true });
  act(() => void fireEvent.scroll(window));
}

const row = (number: number) => document.querySelector<HTMLElement>(`[data-index="${number}"]`);
const check = (number: number) => row(number)!.querySelector('input')!;

afterEach(() => scrollTo(0));

test('of a long list only what is in sight and near it is drawn, and says which of how many it is', () => {
  table(things(10_000));
  const grid = screen.getByRole('grid', { name: 'things' });
  expect(grid.getAttribute('aria-rowcount')).toBe('10001');
  expect(grid.querySelectorAll('[data-index]').length).toBeLessThan(60);
  scrollTo(44 * 5000);
  expect(row(5000)!.getAttribute('aria-rowindex')).toBe('5002');
  expect(row(100)).toBeNull();
});

test('what stays in sight is not drawn again: by scrolling, by a selection, by the focus', async () => {
  table(things(1000));
  const first = drawn.length;
  expect(first).toBe(new Set(drawn).size);
  scrollTo(44 * 10);
  expect(drawn.length).toBe(new Set(drawn).size);
  expect(drawn.length).toBeGreaterThan(first);

  drawn = [];
  await userEvent.click(check(12));
  await userEvent.click(check(14));
  expect(new Set(drawn)).toEqual(new Set(['t12', 't14']));
  expect(row(12)!.getAttribute('aria-selected')).toBe('true');
});

test('a range is selected with the shift key, and the whole row leads on', async () => {
  table(things(30));
  await userEvent.click(check(2));
  fireEvent.click(check(5), { shiftKey: true });
  expect(screen.getByRole('region', { name: 'With the selected' }).textContent).toBe('4 selectedt2 t3 t4 t5');
  expect(document.querySelector('output')!.textContent).toBe('/');
  await userEvent.click(screen.getByText('about t7'));
  expect(document.querySelector('output')!.textContent).toBe('/things/t7');
  await userEvent.click(screen.getByRole('link', { name: 't8' }));
  expect(document.querySelector('output')!.textContent).toBe('/elsewhere/t8');
});

test('the row that has the focus keeps it, however far one scrolls, and the keys go on from there', async () => {
  table(things(1000));
  await userEvent.keyboard('jjj');
  await waitFor(() => expect(document.activeElement).toBe(row(2)));
  scrollTo(44 * 500);
  expect(document.activeElement).toBe(row(2));
  expect(row(500)).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(document.querySelector('output')!.textContent).toBe('/things/t2');
});

test('the next page is asked for before the end is in sight, and not before one goes there', () => {
  let asked = 0;
  table(things(400), () => asked++);
  expect(asked).toBe(0);
  scrollTo(44 * 260);
  expect(asked).toBeGreaterThan(0);
});
