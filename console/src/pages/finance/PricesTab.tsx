import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { money } from '../incidents/money';
import { type Prices, pricesQuery } from './costs';

interface Price {
  region: string;
  type: string;
  amount: number;
  currency: string;
}

/** The price list, as the content has it. */
export function PricesTab() {
  const query = useQuery(pricesQuery);
  if (query.error && !query.data) {
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <>
      {query.data && (
        <Text size="sm" c="dimmed" mb="sm">
          {query.data.source}, {query.data.date}, for an hour. Lay your own over it in the content directory.
        </Text>
      )}
      <DataTable<Price>
        name="Prices"
        rows={query.data && rows(query.data)}
        id={({ region, type }) => `${region} ${type}`}
        text={({ region, type }) => `${region} ${type}`}
        card={(price) => (
          <Text size="sm">
            {price.type}, {price.region}: <b>{exact(price)}</b>
          </Text>
        )}
        columns={[
          { key: 'type', title: 'Type', width: 'minmax(140px, 2fr)', cell: ({ type }) => type, sort: ({ type }) => type },
          { key: 'region', title: 'Region', width: 'minmax(140px, 2fr)', cell: ({ region }) => region, sort: ({ region }) => region, facet: ({ region }) => region },
          { key: 'hour', title: 'An hour', width: '120px', align: 'end', cell: exact, sort: ({ amount }) => amount },
          { key: 'month', title: '730 hours', width: '120px', align: 'end', cell: ({ amount, currency }) => money({ amount: amount * 730, currency }), sort: ({ amount }) => amount },
        ]}
      />
    </>
  );
}

function rows({ prices, currency }: Prices): Price[] {
  return Object.entries(prices).flatMap(([region, types]) => Object.entries(types).map(([type, amount]) => ({ region, type, amount, currency })));
}

/** With every digit that the list has. */
function exact({ amount, currency }: Price): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(amount);
}
