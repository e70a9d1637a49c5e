import { useState } from 'react';
import { Problem } from '@/api/problem';

/** Runs one attempt at a time, and keeps what went wrong with the last for the form to show. */
export function useTry() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const attempt = async <T>(run: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      return await run();
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.unreachable(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, attempt };
}
