import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Status, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { capital } from '@/parts/words';
import { Group, Stack, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { idName } from '../system/trail';
import { type Execution, executionsQuery } from './executions';

/** Runs, of one playbook or of all, the newest first. */
export function Runs({ playbook }: { playbook?: string }) {
  const query = useInfiniteQuery(executionsQuery(playbook));
  return (
    <DataTable<Execution>
      name="Runs"
      rows={query.data?.pages.flatMap((page) => page.items)}
      id={(run) => run.id}
      text={(run) => `${run.playbookName} ${run.subject} ${run.status} ${run.requestedBy ?? ''}`}
      to={(run) => `/playbooks/runs/${run.id}`}
      sort="-requested"
      error={query.error}
      retry={() => void query.refetch()}
      more={query.hasNextPage ? () => !query.isFetchingNextPage && void query.fetchNextPage() : undefined}
      empty={<EmptyState icon={IconRoute} title="Nothing ran yet" text="A run begins with an incident that a playbook fits, or by hand." />}
      card={(run) => (
        <Stack gap={4}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={560} truncate miw={0}>
              {run.playbookName}
            </Text>
            <Status value={run.status} />
          </Group>
          <Text size="xs" c="dimmed">
            {run.requestedBy && `${whoAlone(run.requestedBy)}, `}
            <When at={run.requested} />
          </Text>
        </Stack>
      )}
      columns={[
        { key: 'playbook', title: 'Playbook', width: 'minmax(200px, 2fr)', cell: (run) => run.playbookName, sort: (run) => run.playbookName },
        { key: 'status', title: 'Status', width: '170px', cell: (run) => <Status value={run.status} />, facet: (run) => run.status, facetLabel: words, sort: (run) => run.status },
        { key: 'for', title: 'For', width: '150px', cell: (run) => <span title={run.subject}>{run.subject === run.id ? '' : capital(idName(run.subject))}</span> },
        { key: 'by', title: 'Asked by', width: 'minmax(140px, 1fr)', cell: (run) => run.requestedBy && whoAlone(run.requestedBy), sort: (run) => run.requestedBy ?? undefined },
        { key: 'requested', title: 'Asked', width: '120px', cell: (run) => <When at={run.requested} />, sort: (run) => run.requested },
        { key: 'ended', title: 'Ended', width: '120px', cell: (run) => (run.ended ? <When at={run.ended} /> : ''), sort: (run) => run.ended ?? undefined },
      ]}
    />
  );
}
