import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a table shows of what there is; all of it stands in the address, so that it can be shared and kept. */
export interface View {
  text: string;
  /** '-updated' is descending. */
  sort: string;
  filters: Record<string, string[]>;
}

export interface ViewChange {
  text?: string;
  sort?: string;
  filter?: [key: string, values: string[]];
}

/** The view in the address, and how to change it. `keys` are those of the columns with a facet. */
export function useView(keys: readonly string[], usualSort = ''): [View, (change: ViewChange) => void, () => void] {
  const [parameters, setParameters] = useSearchParams();
  const names = keys.join(',');
  const view = useMemo<View>(
    () => ({
      text: parameters.get('q') ?? '',
      sort: parameters.get('sort') ?? usualSort,
      filters: Object.fromEntries(
        names
          .split(',')
          .filter(Boolean)
          .map((key) => [key, parameters.getAll(key)]),
      ),
    }),
    [parameters, names, usualSort],
  );

  const change = ({ text, sort, filter }: ViewChange) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        put(after, 'q', text === undefined ? undefined : [text].filter(Boolean));
        put(after, 'sort', sort === undefined ? undefined : [sort].filter((each) => each && each !== usualSort));
        if (filter) {
          put(after, filter[0], filter[1]);
        }
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  const clear = () =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        ['q', ...keys].forEach((key) => after.delete(key));
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return [view, change, clear];
}

function put(parameters: URLSearchParams, key: string, values: string[] | undefined) {
  if (values) {
    parameters.delete(key);
    values.forEach((value) => parameters.append(key, value));
  }
}

/** The sort after a click on a column: ascending, descending, as usual. */
export function nextSort(sort: string, key: string): string {
  return sort === key ? `-${key}` : sort === `-${key}` ? '' : key;
}

export function filtered(view: View): boolean {
  return view.text !== '' || Object.values(view.filters).some((values) => values.length > 0);
}
