import { Text } from '@mantine/core';
import {
  type Icon,
  IconCircleCheck,
  IconEyeQuestion,
  IconHandStop,
  IconHeartbeat,
  IconMailX,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Panel } from '@/parts/Panel';
import { EmptyState } from '@/parts/States';
import { Severity, type Tone, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { count } from '../approvals/ApprovalList';
import { TimeLeft } from '../approvals/TimeLeft';
import type { Overview } from './queries';
import classes from './overview.module.css';

const FEW = 6;

/** What does not go on by itself; what expires soonest is first. */
export function Needs({ now }: { now: Overview }) {
  const { approvals, onHold, uncertainEffects, deadLetters, silentAgents } = now.needs;
  const titles = new Map([...now.incidents.live, ...onHold].map((incident) => [incident.id, incident]));
  const all = approvals.length + onHold.length + (uncertainEffects > 0 ? 1 : 0) + (deadLetters > 0 ? 1 : 0) + silentAgents.length;
  return (
    <Panel title="Needs you now" note={all > 0 ? count(all, 'thing') : undefined} flush>
      {all === 0 && (
        <EmptyState icon={IconCircleCheck} title="Nothing waits for a person" text="Questions, held incidents and trouble appear here." />
      )}
      <ul className={classes.needs}>
        {approvals.slice(0, FEW).map((approval) => {
          const about = titles.get(approval.subject);
          return (
            <Need
              key={approval.id}
              to={`/approvals/${approval.id}`}
              icon={IconUserQuestion}
              tone="accent"
              what={`Approve ${count(approval.actions, 'action')}`}
              about={about?.title ?? 'A run that a person asked for'}
              aside={
                <>
                  {about && <Severity value={about.severity} />}
                  <TimeLeft from={approval.requested} until={approval.expires} />
                </>
              }
            />
          );
        })}
        {onHold.slice(0, FEW).map((incident) => (
          <Need
            key={incident.id}
            to={`/incidents/${incident.id}`}
            icon={IconHandStop}
            tone="medium"
            what="Decide how to go on"
            about={incident.title}
            aside={
              <>
                <Severity value={incident.severity} />
                <Text size="xs" c="dimmed">
                  since <When at={incident.updated} />
                </Text>
              </>
            }
          />
        ))}
        {uncertainEffects > 0 && (
          <Need to="/system" icon={IconEyeQuestion} tone="high" what="Find out what happened" about={`${count(uncertainEffects, 'action')} may or may not have taken`} />
        )}
        {deadLetters > 0 && (
          <Need to="/system" icon={IconMailX} tone="high" what="Look at dead letters" about={`${count(deadLetters, 'task')} given up after the last attempt`} />
        )}
        {silentAgents.map((agent) => (
          <Need key={agent} to="/agents" icon={IconHeartbeat} tone="high" what={`The ${words(agent).toLowerCase()} agent is silent`} about="It has not been heard of for a while" />
        ))}
      </ul>
    </Panel>
  );
}

function Need({ to, icon: Sign, tone, what, about, aside }: {
  to: string;
  icon: Icon;
  tone: Tone;
  what: string;
  about: string;
  aside?: ReactNode;
}) {
  return (
    <li>
      <Link to={to} className={classes.need}>
        <span className={classes.sign} data-tone={tone}>
          <Sign size={17} aria-hidden />
        </span>
        <span className={classes.said}>
          <Text span size="sm" fw={580} truncate display="block">
            {what}
          </Text>
          <Text span size="xs" c="dimmed" truncate display="block">
            {about}
          </Text>
        </span>
        <span className={classes.aside}>{aside}</span>
      </Link>
    </li>
  );
}
