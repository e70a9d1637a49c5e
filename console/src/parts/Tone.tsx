import type { ReactNode } from 'react';
import classes from './Tone.module.css';

/** A meaning with a colour; the colours themselves are in theme/tokens.css. */
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'neutral' | 'good' | 'accent';

const severities: Record<string, Tone> = {
  FATAL: 'critical',
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  INFORMATIONAL: 'neutral',
};

/** What the statuses of incidents, approvals, executions, actions and agents say at a glance. */
const statuses: Record<string, Tone> = {
  NEW: 'high', IN_PROGRESS: 'accent', ON_HOLD: 'medium', RESOLVED: 'good', CLOSED: 'neutral',
  PENDING: 'accent', APPROVED: 'good', REJECTED: 'critical', EXPIRED: 'neutral', SUPERSEDED: 'neutral',
  INVESTIGATING: 'accent', PLANNING: 'accent', AWAITING_APPROVAL: 'medium', EXECUTING: 'accent', ENDED: 'neutral',
  RUNNING: 'accent', WAITING: 'medium', WAITING_FOR_PERSON: 'medium', PAUSED: 'medium', COMPENSATING: 'high',
  COMPLETED: 'good', DONE: 'good', FAILED: 'critical', CANCELLED: 'neutral', PAST: 'neutral',
  CARRIED_OUT: 'good', ALREADY_DONE: 'good', NEEDS_APPROVAL: 'medium', FORBIDDEN: 'critical', NOT_CONFIGURED: 'high',
  UNCERTAIN: 'high', SILENT: 'medium', KILLED: 'critical', UP: 'good', DOWN: 'critical',
};

export function Pill({ tone, children, dot = false }: { tone: Tone; children: ReactNode; dot?: boolean }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {dot && <span className={classes.dot} aria-hidden />}
      {children}
    </span>
  );
}

/** A severity by name, as the API writes it. */
export function Severity({ value }: { value: string }) {
  return (
    <Pill tone={severityTone(value)} dot>
      {words(value)}
    </Pill>
  );
}

/** A status by name, as the API writes it; a status without a tone of its own is neutral. */
export function Status({ value }: { value: string }) {
  return <Pill tone={statuses[value.toUpperCase().replaceAll('-', '_')] ?? 'neutral'}>{words(value)}</Pill>;
}

export function severityTone(value: string): Tone {
  return severities[value.toUpperCase()] ?? 'neutral';
}

/** NEEDS_APPROVAL and needs-approval are 'Needs approval'. */
export function words(name: string): string {
  const text = name.replaceAll(/[_-]/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
