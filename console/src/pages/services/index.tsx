import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/NotFound';
import { TicketsPage } from './TicketsPage';

export default function Services() {
  return (
    <Routes>
      <Route index element={<TicketsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
