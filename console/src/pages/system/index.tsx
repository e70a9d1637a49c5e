import { Navigate, Route, Routes } from 'react-router';
import { NotFound, NotYours } from '@/app/NotFound';
import { useMay } from '@/api/session';
import { DeadLetters } from './DeadLetters';
import { parts } from './parts';
import { Section } from './Section';
import { WebhookPage } from './WebhookPage';

/** What keeps the platform running, who may use it, and the proof of what it did. */
export default function System() {
  const may = useMay();
  const shown = parts.filter((part) => may(part.needs));
  const first = shown[0];
  return (
    <Routes>
      {first && <Route index element={<Navigate to={first.path} replace />} />}
      {shown.map((part) => (
        <Route key={part.path} path={part.path} element={<Section part={part} parts={shown} />} />
      ))}
      {parts.filter((part) => !may(part.needs)).map((part) => (
        <Route key={part.path} path={`${part.path}/*`} element={<NotYours />} />
      ))}
      {may('queue.read') && <Route path="queues/:name" element={<DeadLetters />} />}
      {may('webhook.read') && <Route path="webhooks/:id" element={<WebhookPage />} />}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
