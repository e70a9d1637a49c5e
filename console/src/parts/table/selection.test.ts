import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSelection } from './selection';

const rows = ['a', 'b', 'c', 'd', 'e'];
const id = (row: string) => row;

test('a range reaches from the row that was toggled last, in either direction', () => {
  const { result } = renderHook(() => useSelection(rows, id));
  act(() => result.current.toggle(3));
  act(() => result.current.toggle(1, true));
  expect(result.current.rows).toEqual(['b', 'c', 'd']);
  act(() => result.current.toggle(2));
  expect(result.current.rows).toEqual(['b', 'd']);
});

test('a range without a beginning is one row, and what is filtered away is not selected', () => {
  const { result, rerender } = renderHook(({ shown }) => useSelection(shown, id), { initialProps: { shown: rows } });
  act(() => result.current.toggle(4, true));
  act(() => result.current.toggle(0));
  expect(result.current.rows).toEqual(['a', 'e']);
  rerender({ shown: ['a', 'b'] });
  expect(result.current.rows).toEqual(['a']);
});
