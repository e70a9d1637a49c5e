import { Anchor, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Panel } from '@/parts/Panel';
import { EmptyState } from '@/parts/States';
import { Severity, Status } from '@/parts/Tone';
import { When } from '@/parts/When';
import { About } from '../incidents/About';
import type { IncidentSummary } from '../incidents/types';
import classes from './overview.module.css';

const FEW = 10;

/** The open ones, the gravest first. */
export function LiveIncidents({ incidents }: { incidents: IncidentSummary[] }) {
  return (
    <Panel
      title="Live incidents"
      flush
      actions={
        <Anchor component={Link} to="/incidents" size="sm">
          All incidents
        </Anchor>
      }
    >
      {incidents.length === 0 && <EmptyState icon={IconShieldCheck} title="No incident is open" text="Findings become incidents by themselves once events come in." />}
      <ul className={classes.needs}>
        {incidents.slice(0, FEW).map((incident) => (
          <li key={incident.id}>
            <Link to={`/incidents/${incident.id}`} className={classes.live}>
              <Severity value={incident.severity} />
              <span className={classes.said}>
                <Text span size="sm" fw={560} truncate display="block">
                  {incident.title}
                </Text>
                <About incident={incident} />
              </span>
              <span className={classes.aside}>
                <Status value={incident.status} />
                <Text size="xs" c="dimmed" className={classes.when}>
                  <When at={incident.updated} />
                </Text>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
