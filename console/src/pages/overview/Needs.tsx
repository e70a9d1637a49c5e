import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck, IconEyeQuestion, IconHandStop, IconHeartbeat, IconMailX, IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Panel } from '@/parts/Panel';
import { EmptyState } from '@/parts/States';
import { Severity, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { count } from '@/parts/words';
import { kindName } from '../approvals/plan';
import { TimeLeft } from '../approvals/TimeLeft';
import { shortName } from '../incidents/entityGraph';
import type { IncidentSummary } from '../incidents/types';
import { Need } from './Need';
import { type Overview, uncertainQuery } from './queries';
import classes from './overview.module.css';

const FEW = 6;

/** What does not go on by itself; what expires soonest is first. */
export function Needs({ now }: { now: Overview }) {
  const { approvals, onHold, uncertainEffects, deadLetters, silentAgents } = now.needs;
  const known = new Map([...now.incidents.live, ...onHold].map((incident) => [incident.id, incident]));
  const all = approvals.length + onHold.length + uncertainEffects + (deadLetters > 0 ? 1 : 0) + silentAgents.length;
  return (
    <Panel title="Needs you now" note={all > 0 ? count(all, 'thing') : undefined} flush>
      {all === 0 && (
        <EmptyState icon={IconCircleCheck} title="Nothing waits for a person" text="Questions, held incidents and trouble appear here." />
      )}
      <ul className={classes.needs}>
        {approvals.slice(0, FEW).map((approval) => {
          const about = known.get(approval.subject);
          return (
            <Need
              key={approval.id}
              to={`/approvals/${approval.id}`}
              icon={IconUserQuestion}
              tone="accent"
              what={`Approve ${count(approval.actions, 'action')}`}
              about={about ? said(about) : approval.subject.startsWith('inc-') ? approval.subject : 'A run that a person asked for'}
              aside={
                <>
                  {about && <Severity value={about.severity} />}
                  <TimeLeft from={approval.requested} until={approval.expires} />
                </>
              }
            />
          );
        })}
        <More of={approvals.length} what="approval" to="/approvals" />
        {onHold.slice(0, FEW).map((incident) => (
          <Need
            key={incident.id}
            to={`/incidents/${incident.id}`}
            icon={IconHandStop}
            tone="medium"
            what="Decide how to go on"
            about={said(incident)}
            aside={
              <>
                <Severity value={incident.severity} />
                <Text size="xs" c="dimmed">
                  <When at={incident.updated} />
                </Text>
              </>
            }
          />
        ))}
        <More of={onHold.length} what="held incident" to="/incidents?status=ON_HOLD" />
        {uncertainEffects > 0 && <Uncertain of={uncertainEffects} />}
        {deadLetters > 0 && (
          <Need
            to={`/system/queues/${encodeURIComponent(now.queues.find((queue) => queue.dead > 0)?.name ?? '')}`}
            icon={IconMailX}
            tone="high"
            what="Look at dead letters"
            about={`${count(deadLetters, 'task')} given up after the last attempt`}
          />
        )}
        {silentAgents.map((agent) => (
          <Need key={agent} to={`/agents/${agent}`} icon={IconHeartbeat} tone="high" what={`The ${words(agent).toLowerCase()} agent is silent`} about="It has not been heard of for a while" />
        ))}
      </ul>
    </Panel>
  );
}

/** Actions of which only a person can find out whether they took; each is settled where it was done. */
function Uncertain({ of }: { of: number }) {
  const may = useMay();
  const { data } = useQuery({ ...uncertainQuery, enabled: may('effect.read') });
  return (
    <>
      {(data?.items ?? []).slice(0, FEW).map((effect) => (
        <Need
          key={effect.id}
          to={effect.subject.startsWith('inc-') ? `/incidents/${effect.subject}/response` : `/playbooks/runs/${effect.execution}`}
          icon={IconEyeQuestion}
          tone="high"
          what="Find out whether it happened"
          about={`${kindName(effect.action.kind)} on ${shortName(effect.action.target.id)}`}
          aside={
            <Text size="xs" c="dimmed">
              <When at={effect.intended} />
            </Text>
          }
        />
      ))}
      {!data && (
        <li className={classes.rest}>
          <Text size="sm">{count(of, 'action')} may or may not have taken</Text>
        </li>
      )}
    </>
  );
}

function More({ of, what, to }: { of: number; what: string; to: string }) {
  return of > FEW ? (
    <li className={classes.rest}>
      <Anchor component={Link} to={to} size="sm">
        {count(of - FEW, `more ${what}`)}
      </Anchor>
    </li>
  ) : null;
}

/** Its title, and whom it is about: many incidents have the same title. */
function said({ title, about }: IncidentSummary): string {
  return about ? `${title}, ${shortName(about)}` : title;
}
