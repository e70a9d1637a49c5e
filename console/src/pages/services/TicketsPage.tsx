import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Figure } from '@/parts/Figure';
import { Page } from '@/parts/Page';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { DataTable } from '@/parts/table/DataTable';
import { Pill, type Tone, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { lasting, summary, type Ticket, ticketsQuery } from './tickets';

/** The tickets of incidents: what whoever serves the people that are hit has open. */
export function TicketsPage() {
  const query = useInfiniteQuery(ticketsQuery);
  const tickets = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page title="Services" lead="The tickets of incidents. Service Orchestration opens one when the response to an incident begins and closes it when the response ends.">
      <Stack gap="lg">
        <Loaded query={query} skeleton={<Lines count={3} height={28} />}>
          {() => <Figures of={tickets ?? []} all={!query.hasNextPage} />}
        </Loaded>
        <DataTable<Ticket>
          name="Tickets"
          rows={tickets}
          id={(ticket) => ticket.id}
          text={(ticket) => `${ticket.title} ${ticket.id} ${ticket.incidentId} ${ticket.resolution ?? ''}`}
          to={(ticket) => `/incidents/${encodeURIComponent(ticket.incidentId)}`}
          sort="-opened"
          error={query.error}
          retry={() => void query.refetch()}
          more={query.hasNextPage ? () => !query.isFetchingNextPage && void query.fetchNextPage() : undefined}
          empty={<EmptyState icon={IconTicket} title="No ticket yet" text="A playbook opens one when it responds to an incident." />}
          card={(ticket) => <Card of={ticket} />}
          columns={[
            { key: 'priority', title: 'Priority', width: '80px', cell: (ticket) => <Priority of={ticket} />, sort: (ticket) => ticket.priority, facet: (ticket) => ticket.priority },
            { key: 'title', title: 'Ticket', width: 'minmax(220px, 3fr)', cell: (ticket) => <Title of={ticket} />, sort: (ticket) => ticket.title },
            { key: 'status', title: 'State', width: '100px', cell: (ticket) => <State of={ticket} />, facet: (ticket) => ticket.status, facetLabel: words, sort: (ticket) => ticket.status },
            { key: 'opened', title: 'Opened', width: '110px', cell: (ticket) => <When at={ticket.opened} />, sort: (ticket) => ticket.opened },
            { key: 'took', title: 'Took', width: '110px', cell: took, sort: (ticket) => (ticket.closed ? Date.parse(ticket.closed) - Date.parse(ticket.opened) : undefined) },
            { key: 'resolution', title: 'How it ended', width: 'minmax(160px, 2fr)', cell: (ticket) => <span title={ticket.resolution}>{ticket.resolution ?? ''}</span> },
          ]}
        />
      </Stack>
    </Page>
  );
}

/** Counts are of what was read; where there is more they say so. */
function Figures({ of, all }: { of: Ticket[]; all: boolean }) {
  const { open, gravest, median, oldest } = summary(of);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <Figure name="Open" value={`${open.toLocaleString('en')}${all ? '' : '+'}`} note={`of ${of.length.toLocaleString('en')}${all ? '' : ' read so far'}`} />
      <Figure name="Gravest open" value={gravest?.priority ?? '–'} tone={gravest?.priority === 'P1' ? 'critical' : undefined} note={gravest ? `${gravest.count} of them` : 'nothing is open'} />
      <Figure name="Open longest" value={oldest ? <When at={oldest.opened} /> : '–'} note={oldest ? oldest.title : 'nothing is open'} to={oldest && `/incidents/${encodeURIComponent(oldest.incidentId)}`} />
      <Figure name="Time to close" value={median === undefined ? '–' : lasting(median)} note={median === undefined ? 'none is closed' : 'median of those closed'} />
    </SimpleGrid>
  );
}

const tones: Record<string, Tone> = { P1: 'critical', P2: 'high', P3: 'medium', P4: 'low' };

function Priority({ of }: { of: Ticket }) {
  return <Pill tone={tones[of.priority] ?? 'neutral'}>{of.priority}</Pill>;
}

function State({ of }: { of: Ticket }) {
  return <Pill tone={of.status === 'OPEN' ? 'accent' : 'neutral'}>{words(of.status)}</Pill>;
}

function Title({ of }: { of: Ticket }) {
  return (
    <div>
      <Text size="sm" fw={560} truncate title={of.title}>
        {of.title}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {of.id}
      </Text>
    </div>
  );
}

function took({ opened, closed }: Ticket): string {
  return closed ? lasting(Date.parse(closed) - Date.parse(opened)) : '';
}

function Card({ of }: { of: Ticket }) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={560}>
          {of.title}
        </Text>
        <Priority of={of} />
      </Group>
      <Text size="xs" c="dimmed">
        {words(of.status)}, opened <When at={of.opened} />
        {of.resolution && `: ${of.resolution}`}
      </Text>
    </Stack>
  );
}
