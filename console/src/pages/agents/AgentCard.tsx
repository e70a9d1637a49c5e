import { Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { Link } from 'react-router';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { words } from '../system/trail';
import classes from './AgentCard.module.css';
import { type Agent, agentTitle } from './api';
import { iconOf, purposeOf, stateOf } from './known';

export function AgentCard({ agent }: { agent: Agent }) {
  const Sign = iconOf(agent.name);
  const state = stateOf(agent);
  return (
    <Card component={Link} to={`/agents/${agent.name}`} className={classes.card}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
          <ThemeIcon size={36} variant="light" radius="md">
            <Sign size={20} stroke={1.6} aria-hidden />
          </ThemeIcon>
          <Stack gap={2} miw={0}>
            <Text fw={600}>{agentTitle(agent.name)}</Text>
            <Text size="sm" c="dimmed" className={classes.purpose}>
              {purposeOf(agent.name)}
            </Text>
          </Stack>
        </Group>
        <Pill tone={state.tone} dot>
          {state.text}
        </Pill>
      </Group>
      <Numbers agent={agent} />
      <Group justify="space-between" gap="xs" mt="auto" className={classes.foot}>
        <Text size="xs" c="dimmed" truncate>
          {agent.work[0] ? words(agent.work[0].kind) : 'Nothing in hand'}
          {agent.work.length > 1 && ` and ${agent.work.length - 1} more`}
        </Text>
        <Text size="xs" c="dimmed">
          seen <When at={agent.seen} />
        </Text>
      </Group>
    </Card>
  );
}

export function Numbers({ agent }: { agent: Agent }) {
  return (
    <dl className={classes.numbers}>
      <Figure name="Waiting" value={agent.waiting} />
      <Figure name="In hand" value={agent.inHand} />
      <Figure name="Done" value={agent.performed} />
      <Figure name="Failed" value={agent.failed} bad />
    </dl>
  );
}

function Figure({ name, value, bad }: { name: string; value: number; bad?: boolean }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd data-bad={(bad && value > 0) || undefined}>{value.toLocaleString('en')}</dd>
    </div>
  );
}
