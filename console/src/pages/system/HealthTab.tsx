import { Card, Grid, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '@/parts/States';
import { Pill, Status as StatusPill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { type Health, healthQuery, type Status, statusQuery, telling } from './health';
import { brief, words } from './trail';

export function HealthTab() {
  const status = useQuery(statusQuery);
  const health = useQuery(healthQuery);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Card>
          <Title order={2} mb="sm">
            Platform
          </Title>
          <Loaded query={status}>{(found) => <Facts status={found} />}</Loaded>
        </Card>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Card>
          <Title order={2} mb="sm">
            Parts
          </Title>
          <Loaded query={health}>{(found) => <Parts health={found} />}</Loaded>
        </Card>
      </Grid.Col>
    </Grid>
  );
}

function Facts({ status }: { status: Status }) {
  const silent = status.agents.filter((agent) => agent.silent);
  const dead = status.queues.reduce((sum, queue) => sum + queue.dead, 0);
  return (
    <Stack gap={10}>
      <Fact name="State">
        <StatusPill value={status.health} />
      </Fact>
      <Fact name="Version">{status.version}</Fact>
      <Fact name="Running since">
        <When at={status.started} />
      </Fact>
      <Fact name="Detection">
        {status.detectionCaughtUp ? <Pill tone="good">Caught up</Pill> : <Pill tone="accent">Working through events</Pill>}
      </Fact>
      <Fact name="Agents">
        {silent.length === 0 ? (
          <Pill tone="good">All {status.agents.length} show signs of life</Pill>
        ) : (
          <Pill tone="medium">{silent.map((agent) => agent.name).join(', ')} silent</Pill>
        )}
      </Fact>
      <Fact name="Dead letters">{dead === 0 ? 'none' : <Pill tone="high">{dead.toLocaleString('en')}</Pill>}</Fact>
      <Fact name="Content">
        <Text span size="sm" ff="monospace" title={status.content}>
          {brief(status.content)}
        </Text>
      </Fact>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Group>
  );
}

/** They only say that the process runs, as this page does. */
const saidAlready = ['ping', 'livenessState', 'readinessState', 'ssl'];

function Parts({ health }: { health: Health }) {
  const parts = Object.entries(health.components ?? {}).filter(
    ([name, { status }]) => status !== 'UP' || !saidAlready.includes(name),
  );
  return (
    <Table verticalSpacing={8}>
      <Table.Tbody>
        {parts.map(([name, { status, details }]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={560}>
              {words(name)}
            </Table.Th>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {telling(details)}
              </Text>
            </Table.Td>
            <Table.Td ta="end">
              <StatusPill value={status} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
