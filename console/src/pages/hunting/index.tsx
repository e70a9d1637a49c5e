import { Tabs } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { NotFound, NotYours } from '@/app/NotFound';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { Lines } from '@/parts/States';
import { IntelligenceTab } from './IntelligenceTab';
import { huntingPlaces } from './places';
import { RulePage } from './RulePage';
import { RulesTab } from './RulesTab';

// With it comes the editor, which neither rules nor indicators need.
const QueryTab = lazy(async () => ({ default: (await import('./QueryTab')).QueryTab }));
const DraftPage = lazy(() => import('./DraftPage'));

const shows: Record<(typeof huntingPlaces)[number]['path'], ComponentType> = { query: QueryTab, intelligence: IntelligenceTab, rules: RulesTab };

const tabs = huntingPlaces.map((place) => ({ ...place, shows: shows[place.path] }));

type Tab = (typeof tabs)[number];

export default function Hunting() {
  const may = useMay();
  const shown = tabs.filter((tab) => may(tab.needs));
  const first = shown[0];
  return (
    <Routes>
      <Route index element={first ? <Navigate to={first.path} replace /> : <NotYours />} />
      {tabs.filter((tab) => !shown.includes(tab)).map((tab) => (
        <Route key={tab.path} path={`${tab.path}/*`} element={<NotYours />} />
      ))}
      {shown.map((tab) => (
        <Route key={tab.path} path={tab.path} element={<Shown tab={tab} tabs={shown} />} />
      ))}
      {may('rule.check') && (
        <Route
          path="rules/draft"
          element={
            <Suspense fallback={<Page title="Rule"><Lines count={12} /></Page>}>
              <DraftPage />
            </Suspense>
          }
        />
      )}
      {may('rule.read') && <Route path="rules/:id" element={<RulePage />} />}
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
          <Suspense fallback={<Lines count={8} />}>
            <Content />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
