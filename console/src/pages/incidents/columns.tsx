import { Link } from 'react-router';
import type { Column } from '@/parts/table/columns';
import { Pill, Severity, Status, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { SEVERITIES } from './byRule';
import { shortName } from './entityGraph';
import classes from './list.module.css';
import { TACTICS } from './tactics';
import type { IncidentSummary } from './types';

const STATUSES = ['NEW', 'IN_PROGRESS', 'ON_HOLD', 'RESOLVED', 'CLOSED'];

/** What the list shows of an incident; keys are the server's names for filters and orders. */
export function columns(me: string): Column<IncidentSummary>[] {
  return [
    {
      key: 'severity',
      title: 'Severity',
      width: '148px',
      cell: (incident) => (
        <>
          <Severity value={incident.severity} />
          <span className={classes.beside}>{incident.priority}</span>
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
          <Link to={`/incidents/${incident.id}`} className={classes.title}>
            {incident.title}
          </Link>
          {incident.about && <span className={classes.about}>{shortName(incident.about)}</span>}
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
      cell: ({ assignee }) => assignee?.replace('person:', '') ?? <span className={classes.nobody}>nobody</span>,
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
  const furthest = TACTICS.findLast((tactic) => seen.includes(tactic)) ?? seen[0];
  return furthest ? (
    <>
      <Pill tone="neutral">{words(furthest)}</Pill>
      {seen.length > 1 && (
        <span className={classes.beside} title={seen.map(words).join(', ')}>
          +{seen.length - 1}
        </span>
      )}
    </>
  ) : null;
}
