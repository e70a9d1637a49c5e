import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Column } from '@/parts/table/columns';
import { Pill, Severity, Status, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { SEVERITIES } from './byRule';
import { shortName } from './entityGraph';
import { TACTICS } from './tactics';
import type { IncidentSummary } from './types';

const STATUSES = ['NEW', 'IN_PROGRESS', 'ON_HOLD', 'RESOLVED', 'CLOSED'];

/** What the list shows of an incident; keys are the server's names for filters and orders. */
export function columns(me: string): Column<IncidentSummary>[] {
  return [
    {
      key: 'severity',
      title: 'Severity',
      width: '128px',
      cell: (incident) => (
        <>
          <Severity value={incident.severity} />
          <Text span size="xs" c="dimmed" ml={8}>
            {incident.priority}
          </Text>
        </>
      ),
      sort: (incident) => SEVERITIES.indexOf(incident.severity),
      facet: (incident) => incident.severity,
      facetValues: SEVERITIES.toReversed(),
      facetLabel: words,
    },
    {
      key: 'title',
      title: 'Incident',
      width: 'minmax(220px, 1fr)',
      cell: (incident) => (
        <>
          <Anchor component={Link} to={`/incidents/${incident.id}`} c="inherit" fw={560} size="sm" lh={1.35} truncate display="block">
            {incident.title}
          </Anchor>
          {incident.about && (
            <Text span size="xs" c="dimmed" lh={1.35} truncate display="block">
              {shortName(incident.about)}
            </Text>
          )}
        </>
      ),
      sort: (incident) => incident.title,
    },
    {
      key: 'status',
      title: 'Status',
      width: '108px',
      cell: (incident) => <Status value={incident.status} />,
      sort: (incident) => STATUSES.indexOf(incident.status),
      facet: (incident) => incident.status,
      facetValues: STATUSES,
      facetLabel: words,
    },
    {
      key: 'tactic',
      title: 'Tactics',
      width: '150px',
      cell: (incident) => <Tactics seen={incident.tactics ?? []} />,
      facet: (incident) => incident.tactics ?? [],
      facetValues: TACTICS,
      facetLabel: words,
    },
    { key: 'findings', title: 'Findings', width: '76px', align: 'end', cell: (incident) => incident.findings, sort: (incident) => incident.findings },
    {
      key: 'assignee',
      title: 'Assignee',
      width: '94px',
      cell: (incident) => (
        <Text size="sm" c={incident.assignee ? undefined : 'dimmed'} truncate>
          {incident.assignee?.replace('person:', '') ?? 'nobody'}
        </Text>
      ),
      facet: (incident) => incident.assignee ?? 'none',
      facetValues: [me, 'none'],
      facetLabel: (who) => (who === 'none' ? 'Nobody' : who === me ? 'Me' : who.replace('person:', '')),
    },
    { key: 'opened', title: 'Opened', width: '94px', cell: (incident) => <When at={incident.opened} />, sort: (incident) => incident.opened },
    { key: 'updated', title: 'Updated', width: '94px', cell: (incident) => <When at={incident.updated} />, sort: (incident) => incident.updated },
  ];
}

/** The furthest that the attack has come, and how many tactics before. */
function Tactics({ seen }: { seen: string[] }) {
  const furthest = TACTICS.toReversed().find((tactic) => seen.includes(tactic)) ?? seen[0];
  return furthest ? (
    <>
      <Pill tone="neutral">{words(furthest)}</Pill>
      {seen.length > 1 && (
        <Text span size="xs" c="dimmed" ml={6} title={seen.map(words).join(', ')}>
          +{seen.length - 1}
        </Text>
      )}
    </>
  ) : null;
}
