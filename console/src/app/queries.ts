import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { passing, Problem } from '@/api/problem';
import { notSignedIn } from '@/api/session';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { quiet?: boolean };
    /** `still`: read once; no change makes it stale. */
    queryMeta: { still?: boolean };
  }
}

/** A query's failure is shown where its data would be; a command's as a toast, unless its form shows it (`quiet`). */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (notSignedIn(error) && query.queryKey[0] !== 'me') {
        void queries.invalidateQueries({ queryKey: ['me'] });
      }
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (notSignedIn(error)) {
        void queries.invalidateQueries({ queryKey: ['me'] });
      } else if (!mutation.meta?.quiet) {
        failed(error);
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => passing(error) && count < 3,
      refetchOnWindowFocus: true,
    },
  },
});

export function failed(error: unknown): void {
  const problem = error instanceof Problem ? error : Problem.unreachable(error);
  notifications.show({ color: 'red', title: problem.title, message: problem.detail, autoClose: 10_000, withBorder: true });
}

export function done(title: string, message?: string): void {
  notifications.show({ color: 'teal', title, message: message ?? '', autoClose: 4_000, withBorder: true });
}
