import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMay, useMe } from '@/api/session';
import { useChanged } from '@/live/useLive';
import { Page } from '@/parts/Page';
import { EmptyState } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Severity, Status } from '@/parts/Tone';
import { When } from '@/parts/When';
import { told } from './About';
import { Bulk } from './Bulk';
import { columns } from './columns';
import classes from './list.module.css';
import { incidentsQuery } from './queries';
import { Presets } from './Presets';
import type { IncidentSummary } from './types';

/** All cases; the server filters and sorts, and gives more as one goes down. */
export function IncidentList() {
  const me = useMe();
  const may = useMay();
  const [search] = useSearchParams();
  const asked = useInfiniteQuery(incidentsQuery(search));
  const rows = useMemo(() => asked.data?.pages.flatMap((page) => page.items), [asked.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const changed = useChanged(incidentsQuery(search).queryKey);
  const shown = useMemo(() => columns(me.principal), [me.principal]);
  return (
    <Page title="Incidents" lead="Findings joined into cases, each with its response.">
      <Presets me={me.principal} />
      {changed && <Changed anew={() => void asked.refetch()} busy={asked.isRefetching} />}
      <DataTable
        name="incidents"
        rows={rows}
        columns={shown}
        id={(incident) => incident.id}
        text={(incident) => incident.title}
        to={(incident) => `/incidents/${incident.id}`}
        card={(incident) => <Card incident={incident} />}
        bulk={may('incident.edit') ? (chosen, clear) => <Bulk chosen={chosen} clear={clear} /> : undefined}
        sort="-opened"
        arranged
        error={asked.error}
        retry={() => void asked.refetch()}
        more={hasNextPage ? more : undefined}
        empty={
          <EmptyState
            icon={IconShieldCheck}
            title="No incident"
            text="Findings become incidents by themselves once events come in: acso ingest FILE, or POST /api/v1/events."
          />
        }
      />
    </Page>
  );
}

/** A long list stands still while one reads it. */
function Changed({ anew, busy }: { anew: () => void; busy: boolean }) {
  return (
    <Group gap="xs" mb="sm" role="status">
      <Text size="sm">Incidents have changed since this list was read.</Text>
      <Button size="compact-xs" variant="light" loading={busy} onClick={anew}>
        Read it anew
      </Button>
    </Group>
  );
}

function Card({ incident }: { incident: IncidentSummary }) {
  return (
    <>
      <span className={classes.top}>
        <Severity value={incident.severity} />
        <Status value={incident.status} />
        <span className={classes.small}>
          <When at={incident.updated} />
        </span>
      </span>
      <span className={classes.lines}>{incident.title}</span>
      <span className={classes.about}>{told(incident)}</span>
    </>
  );
}
