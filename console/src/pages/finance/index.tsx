import { Tabs } from '@mantine/core';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { NotFound } from '@/app/NotFound';
import { Page } from '@/parts/Page';
import { CostsTab } from './CostsTab';
import { PricesTab } from './PricesTab';

export default function Finance() {
  return (
    <Routes>
      <Route index element={<Navigate to="costs" replace />} />
      <Route path="costs" element={<Shown path="costs" />} />
      <Route path="prices" element={<Shown path="prices" />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function Shown({ path }: { path: 'costs' | 'prices' }) {
  const go = useNavigate();
  return (
    <Page title="Finance" lead={path === 'costs' ? 'What incidents cost: the resources that their actors started, for as long as they run.' : 'The prices that costs are reckoned by. What has no price is named, never guessed.'}>
      <Tabs value={path} onChange={(to) => to && to !== path && void go(`/finance/${to}`)}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="costs">Costs</Tabs.Tab>
          <Tabs.Tab value="prices">Prices</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={path}>{path === 'costs' ? <CostsTab /> : <PricesTab />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
