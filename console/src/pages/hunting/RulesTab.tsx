import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { PageActions } from '@/parts/Page';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Severity, words } from '@/parts/Tone';
import { type Rule, rulesQuery } from './rules';

const LEVELS = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];

/** The Sigma rules in use. */
export function RulesTab() {
  const query = useInfiniteQuery(rulesQuery);
  const may = useMay();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    // Filters look at all rules, so all are read, a page after the other.
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Stack gap="sm">
      {may('rule.check') && (
        <PageActions>
          <Button component={Link} to="/hunting/rules/draft" variant="default" leftSection={<IconPencilPlus size={16} aria-hidden />}>
            Write a rule
          </Button>
        </PageActions>
      )}
      <DataTable<Rule>
        name="Rules"
        rows={query.data?.pages.flatMap((page) => page.items)}
        id={(rule) => rule.id}
        text={(rule) => `${rule.title} ${rule.id} ${rule.techniques.join(' ')} ${rule.path}`}
        to={(rule) => `/hunting/rules/${rule.id}`}
        error={query.error}
        retry={() => void query.refetch()}
        empty={<EmptyState title="There are no rules" text="Put Sigma rules into the content directory, below rules." />}
        card={(rule) => (
          <Stack gap={4}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text size="sm" fw={560}>
                {rule.title}
              </Text>
              <Severity value={rule.level} />
            </Group>
            <Text size="xs" c="dimmed">
              {rule.tactics.map(words).join(', ')}
            </Text>
          </Stack>
        )}
        columns={[
          { key: 'title', title: 'Rule', width: 'minmax(260px, 3fr)', cell: (rule) => rule.title, sort: (rule) => rule.title },
          { key: 'level', title: 'Level', width: '130px', cell: (rule) => <Severity value={rule.level} />, sort: (rule) => LEVELS.indexOf(rule.level), facet: (rule) => rule.level, facetLabel: words, facetValues: LEVELS },
          { key: 'tactic', title: 'Tactics', width: 'minmax(160px, 2fr)', cell: (rule) => rule.tactics.map(words).join(', '), facet: (rule) => rule.tactics, facetLabel: words },
          { key: 'technique', title: 'Techniques', width: 'minmax(120px, 1fr)', cell: (rule) => rule.techniques.join(', ') },
          { key: 'file', title: 'File', width: 'minmax(160px, 2fr)', cell: (rule) => <Text span size="xs" c="dimmed" title={rule.path}>{rule.path.split('/').at(-1)}</Text> },
        ]}
      />
    </Stack>
  );
}
