import { useLocalStorage } from '@mantine/hooks';

/** A view that a person gave a name; it is an address's search. */
export interface SavedView {
  name: string;
  search: string;
}

/** Those of one table, kept in this browser. */
export function useSavedViews(table: string) {
  const [views, set] = useLocalStorage<SavedView[]>({ key: `acso.views.${table}`, defaultValue: [] });
  return {
    views,
    save: (view: SavedView) => set([...views.filter((each) => each.name !== view.name), view]),
    remove: (name: string) => set(views.filter((each) => each.name !== name)),
  };
}
