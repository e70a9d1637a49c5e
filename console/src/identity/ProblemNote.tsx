import { Alert } from '@mantine/core';
import type { Problem } from '@/api/problem';

/** What went wrong, where the person is looking. */
export function ProblemNote({ problem }: { problem?: Problem }) {
  return (
    problem && (
      <Alert color="red" variant="light" title={problem.title} role="alert">
        {problem.detail}
      </Alert>
    )
  );
}
