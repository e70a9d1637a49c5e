import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { Loaded } from '@/parts/States';
import { Agents } from './Agents';
import { Figures } from './Figures';
import { Hours } from './Hours';
import { LiveIncidents } from './LiveIncidents';
import { Needs } from './Needs';
import { overviewQuery } from '@/api/overview';
import { Tactics } from './Tactics';
import classes from './overview.module.css';

/** What needs somebody now, and how everything is. */
export default function OverviewPage() {
  // Queues and heartbeats change without a word.
  const overview = useQuery({ ...overviewQuery, refetchInterval: 10_000 });
  // There what waits comes before how everything is.
  const phone = useMediaQuery('(max-width: 30em)', false, { getInitialValueInEffect: false });
  return (
    <Page title="Overview" lead="What needs somebody now, and how everything is.">
      <Loaded query={overview} skeleton={<Outline />}>
        {(now) => (
          <div className={classes.page}>
            {!phone && <Figures now={now} />}
            <div className={classes.main}>
              <Needs now={now} />
              <LiveIncidents incidents={now.incidents.live} />
              <Agents agents={now.agents} queues={now.queues} />
            </div>
            {phone && <Figures now={now} />}
            <div className={classes.side}>
              <Panel title="Findings" note="last 24 hours, by hour and by ATT&CK tactic">
                <Hours at={now.at} byHour={now.findings.byHour} />
                <Tactics byTactic={now.findings.byTactic} />
              </Panel>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Outline() {
  return (
    <div className={classes.page} aria-busy="true" aria-label="Loading">
      <div className={classes.figures}>
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} h={92} />
        ))}
      </div>
      <div className={classes.main}>
        <Skeleton h={240} />
        <Skeleton h={320} />
      </div>
      <div className={classes.side}>
        <Skeleton h={540} />
      </div>
    </div>
  );
}
