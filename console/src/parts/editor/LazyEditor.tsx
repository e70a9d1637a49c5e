import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { EditorProps } from './Editor';

const Loading = lazy(() => import('./Editor'));

/** The editor, loaded when it is first shown. */
export function Editor(props: EditorProps) {
  return (
    <Suspense fallback={<Skeleton height={props.minHeight ?? 140} radius="md" />}>
      <Loading {...props} />
    </Suspense>
  );
}
