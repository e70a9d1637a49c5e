import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { NotFound } from '@/app/NotFound';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { AuditTab } from './AuditTab';
import { DeadLetters } from './DeadLetters';
import { HealthTab } from './HealthTab';
import { KeysTab } from './KeysTab';
import { PeopleTab } from './PeopleTab';
import { PoliciesTab } from './PoliciesTab';
import { QuarantineTab } from './QuarantineTab';
import { QueuesTab } from './QueuesTab';
import { SettingsTab } from './SettingsTab';

interface Tab {
  path: string;
  title: string;
  lead: string;
  needs: string;
  shows: ComponentType;
}

const tabs: Tab[] = [
  { path: 'health', title: 'Health', lead: 'How the platform is, part by part.', needs: 'status.read', shows: HealthTab },
  { path: 'queues', title: 'Queues', lead: 'What waits for agents, and what was given up.', needs: 'queue.read', shows: QueuesTab },
  { path: 'audit', title: 'Audit', lead: 'Every decision, effect and change, in a ledger that shows when somebody touched it.', needs: 'audit.read', shows: AuditTab },
  { path: 'people', title: 'People', lead: 'Who has an account here, and what they may do.', needs: 'person.read', shows: PeopleTab },
  { path: 'policies', title: 'Policies', lead: 'What agents and people may do, as it is in force.', needs: 'policy.read', shows: PoliciesTab },
  { path: 'quarantine', title: 'Quarantine', lead: 'Records that came in and could not be read.', needs: 'quarantine.read', shows: QuarantineTab },
  { path: 'keys', title: 'Keys', lead: 'What encrypts everything that is kept. No key is ever shown.', needs: 'key.read', shows: KeysTab },
  { path: 'settings', title: 'Settings', lead: 'What the platform was told to be like when it was started.', needs: 'setting.read', shows: SettingsTab },
];

/** What keeps the platform running, and the proof of what it did. */
export default function System() {
  const may = useMay();
  const shown = tabs.filter((tab) => may(tab.needs));
  const first = shown[0];
  return (
    <Routes>
      {first && <Route index element={<Navigate to={first.path} replace />} />}
      {shown.map((tab) => (
        <Route key={tab.path} path={tab.path} element={<Shown tab={tab} tabs={shown} />} />
      ))}
      {may('queue.read') && <Route path="queues/:name" element={<DeadLetters />} />}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function Shown({ tab, tabs: all }: { tab: Tab; tabs: Tab[] }) {
  const go = useNavigate();
  const { pathname } = useLocation();
  const Content = tab.shows;
  return (
    <Page title={tab.title} above={[['System', '/system']]} lead={tab.lead}>
      <Tabs
        value={tab.path}
        onChange={(path) => path && !pathname.endsWith(path) && void go(`/system/${path}`)}
        mb="lg"
        keepMounted={false}
      >
        <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto' }}>
          {all.map(({ path, title }) => (
            <Tabs.Tab key={path} value={path}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab.path} pt="lg">
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
