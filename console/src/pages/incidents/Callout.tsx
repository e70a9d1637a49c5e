import { Button, Group, Text } from '@mantine/core';
import { IconHandStop, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { plainly } from './names';
import type { Read } from './queries';
import classes from './incident.module.css';

/** What waits for a person here, and where it is answered. */
export function Callout({ read }: { read: Read }) {
  const { incident, response, timeline, execution } = read;
  if (response?.stage === 'AWAITING_APPROVAL' && response.approvalId) {
    return (
      <Line tone="accent" icon={<IconUserQuestion size={20} aria-hidden />}>
        <Text size="sm" flex="1 1 240px">
          <b>{execution?.playbookName ?? 'A plan'}</b> is ready and waits for a person’s approval.
        </Text>
        <Button component={Link} to={`/approvals/${response.approvalId}`} size="xs">
          Read the plan
        </Button>
      </Line>
    );
  }
  const note = timeline.findLast((fact) => fact.fact === 'IncidentNoted');
  return incident.status === 'ON_HOLD' ? (
    <Line tone="medium" icon={<IconHandStop size={20} aria-hidden />}>
      <Text size="sm" flex="1 1 240px">
        <b>On hold: a person goes on from here.</b> {note && plainly(note.text)}
      </Text>
    </Line>
  ) : null;
}

function Line({ tone, icon, children }: { tone: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.callout} data-tone={tone} role="status">
      {icon}
      <Group gap="sm" flex={1}>
        {children}
      </Group>
    </div>
  );
}
