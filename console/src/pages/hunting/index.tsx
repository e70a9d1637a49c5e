import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { NotFound } from '@/app/NotFound';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { QueryTab } from './QueryTab';

interface Tab {
  path: string;
  title: string;
  lead: string;
  needs: string;
  shows: ComponentType;
}

const tabs: Tab[] = [
  { path: 'query', title: 'Query', lead: 'Ask the lake of all events with SQL. A query only reads.', needs: 'lake.query', shows: QueryTab },
];

export default function Hunting() {
  const may = useMay();
  const shown = tabs.filter((tab) => may(tab.needs));
  const first = shown[0];
  return (
    <Routes>
      {first && <Route index element={<Navigate to={first.path} replace />} />}
      {shown.map((tab) => (
        <Route key={tab.path} path={tab.path} element={<Shown tab={tab} tabs={shown} />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function Shown({ tab, tabs: all }: { tab: Tab; tabs: Tab[] }) {
  const go = useNavigate();
  const Content = tab.shows;
  return (
    <Page title="Hunting" lead={tab.lead}>
      <Tabs value={tab.path} onChange={(path) => path && path !== tab.path && void go(`/hunting/${path}`)}>
        {all.length > 1 && (
          <Tabs.List mb="lg">
            {all.map(({ path, title }) => (
              <Tabs.Tab key={path} value={path}>
                {title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        <Tabs.Panel value={tab.path}>
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
