import { Alert, Button, Card, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { EmptyState, Lines } from '@/parts/States';
import type { Result } from './lake';
import { csv, drawing } from './results';
import { ResultTable } from './ResultTable';

const Chart = lazy(() => import('./ResultChart'));

export function Results({ result }: { result: Result }) {
  const [shown, setShown] = useState<'table' | 'chart'>('table');
  const drawn = useMemo(() => drawing(result), [result]);
  const count = result.rows.length;
  return (
    <Card>
      <Group justify="space-between" mb="sm">
        <Text size="sm" role="status">
          <b>{count.toLocaleString('en')}</b> {count === 1 ? 'row' : 'rows'}{' '}
          <Text span c="dimmed">
            in {result.milliseconds.toLocaleString('en')} ms
          </Text>
        </Text>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="Shown as"
            value={drawn ? shown : 'table'}
            onChange={(value) => setShown(value as 'table' | 'chart')}
            data={[
              { value: 'table', label: <Labelled icon={IconTable} text="Table" /> },
              { value: 'chart', label: <Labelled icon={IconChartBar} text="Chart" />, disabled: !drawn },
            ]}
          />
          <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />} onClick={() => save(result)}>
            CSV
          </Button>
        </Group>
      </Group>
      {result.truncated && (
        <Alert color="yellow" mb="sm" p="xs">
          There are more rows than these. Ask for more of them, or aggregate.
        </Alert>
      )}
      {count === 0 ? (
        <EmptyState title="No event fits" text="Widen the time, or take a condition away." />
      ) : drawn && shown === 'chart' ? (
        <Suspense fallback={<Lines count={8} />}>
          <Chart drawing={drawn} />
        </Suspense>
      ) : (
        <ResultTable result={result} />
      )}
    </Card>
  );
}

function Labelled({ icon: Sign, text }: { icon: typeof IconTable; text: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <Sign size={14} aria-hidden />
      {text}
    </Group>
  );
}

function save(result: Result): void {
  const address = URL.createObjectURL(new Blob([csv(result)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'acso-query.csv';
  link.click();
  URL.revokeObjectURL(address);
}
