import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Figure } from '@/parts/Figure';
import { Panel } from '@/parts/Panel';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { money } from '../incidents/money';
import { type Assessment, costsQuery, titlesQuery, total } from './costs';
import { Explorer } from './Explorer';

/** All that was priced. */
export function CostsTab() {
  const query = useInfiniteQuery(costsQuery);
  const may = useMay();
  const titles = useQuery({ ...titlesQuery, enabled: may('incident.read') }).data ?? {};
  return (
    <Loaded query={query} skeleton={<Lines count={8} height={24} />}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.items);
        return all.length === 0 ? (
          <Panel title="Costs">
            <EmptyState icon={IconCoins} title="Nothing was priced yet" text="Financial Intelligence prices an incident with the response to it." />
          </Panel>
        ) : (
          <Stack gap="lg">
            <Figures of={all} more={query.hasNextPage} />
            <Explorer of={all} titles={titles} />
            <Unpriced of={all} titles={titles} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Figures({ of, more }: { of: Assessment[]; more: boolean }) {
  const costly = of.filter(({ soFar, perHour }) => soFar.amount > 0 || perHour.amount > 0);
  const unpriced = of.reduce((sum, one) => sum + one.unpriced.length, 0);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <Figure name="Cost so far" value={money(total(of, 'soFar'))} note={more ? 'the newest incidents, as last priced' : 'all incidents, as last priced'} />
      <Figure name="Cost an hour" value={money(total(of, 'perHour'))} note="while those resources run" />
      <Figure name="Incidents that cost" value={costly.length.toLocaleString('en')} note={`of ${of.length.toLocaleString('en')} priced`} />
      <Figure name="Without a price" value={unpriced.toLocaleString('en')} tone={unpriced > 0 ? 'medium' : undefined} note="resources, not in the sums" />
    </SimpleGrid>
  );
}

function Unpriced({ of, titles }: { of: Assessment[]; titles: Record<string, string> }) {
  const some = of.filter(({ unpriced }) => unpriced.length > 0);
  return (
    some.length > 0 && (
      <Panel title="Without a price" note="The price list has none for these">
        <Stack gap="sm">
          {some.map(({ incidentId, unpriced }) => (
            <div key={incidentId}>
              <Anchor component={Link} to={`/incidents/${encodeURIComponent(incidentId)}`} size="sm">
                {titles[incidentId] ?? incidentId}
              </Anchor>
              <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {unpriced.join(', ')}
              </Text>
            </div>
          ))}
        </Stack>
      </Panel>
    )
  );
}
