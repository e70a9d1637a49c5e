import { Route, Routes } from 'react-router';
import { IncidentList } from './IncidentList';
import { IncidentPage } from './IncidentPage';

/** Cases: all of them, and one. */
export default function Incidents() {
  return (
    <Routes>
      <Route index element={<IncidentList />} />
      <Route path=":id" element={<IncidentPage />} />
      <Route path=":id/:tab" element={<IncidentPage />} />
    </Routes>
  );
}
