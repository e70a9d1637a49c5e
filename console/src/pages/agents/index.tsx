import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/NotFound';
import { AgentPage } from './AgentPage';
import { AgentsPage } from './AgentsPage';

export default function Agents() {
  return (
    <Routes>
      <Route index element={<AgentsPage />} />
      <Route path=":name" element={<AgentPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
