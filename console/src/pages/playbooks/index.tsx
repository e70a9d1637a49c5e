import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/NotFound';
import { Page } from '@/parts/Page';
import { Lines } from '@/parts/States';
import { PlaybookPage } from './PlaybookPage';
import { PlaybooksPage } from './PlaybooksPage';
import { RunPage } from './RunPage';

const EditorPage = lazy(() => import('./EditorPage'));

export default function Playbooks() {
  return (
    <Routes>
      <Route index element={<PlaybooksPage />} />
      <Route
        path="editor"
        element={
          <Suspense fallback={<Page title="Editor"><Lines count={12} /></Page>}>
            <EditorPage />
          </Suspense>
        }
      />
      <Route path="runs/:id" element={<RunPage />} />
      <Route path=":id" element={<PlaybookPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
