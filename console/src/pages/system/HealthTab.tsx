import { Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/session';
import { Figure } from '@/parts/Figure';
import { Facts } from '@/parts/Facts';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { Status as StatusPill } from '@/parts/Tone';
import { fromNow, useNow, When } from '@/parts/When';
import classes from './Health.module.css';
import { bytes, type Component, type Health, healthQuery, lakeQuery, meaning, room, type Status, statusQuery, telling } from './health';
import { brief, words } from './trail';

export function HealthTab() {
  const status = useQuery(statusQuery);
  const health = useQuery(healthQuery);
  return (
    <Stack gap="lg">
      <Loaded query={status} skeleton={<Lines count={4} height={34} />}>
        {(found) => <Figures status={found} />}
      </Loaded>
      <Panel title="Parts" flush>
        <Loaded query={health} skeleton={<Lines count={5} height={24} />}>
          {(found) => <Parts health={found} />}
        </Loaded>
      </Panel>
      <Panel title="This installation">
        <Loaded query={status} skeleton={<Lines count={4} />}>
          {(found) => <Installation status={found} />}
        </Loaded>
      </Panel>
    </Stack>
  );
}

function Figures({ status }: { status: Status }) {
  const now = useNow();
  const silent = status.agents.filter((agent) => agent.silent);
  const waiting = status.queues.reduce((sum, queue) => sum + queue.ready + queue.waiting + queue.lent, 0);
  const dead = status.queues.reduce((sum, queue) => sum + queue.dead, 0);
  const up = status.health.toUpperCase() === 'UP';
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, xl: 5 }}>
      <Figure name="Platform" value={up ? 'Up' : words(status.health)} tone={up ? 'good' : 'critical'} note={`started ${fromNow(status.started, now)}`} />
      <Figure name="Detection" value={status.detectionCaughtUp ? 'Caught up' : 'Working'} tone={status.detectionCaughtUp ? undefined : 'medium'} note={status.detectionCaughtUp ? 'every event was looked at' : 'through events that came in'} />
      <Figure name="Agents" value={`${status.agents.length - silent.length} of ${status.agents.length}`} tone={silent.length > 0 ? 'medium' : undefined} note={silent.length > 0 ? `${silent.map((agent) => agent.name).join(', ')} silent` : 'show signs of life'} to="/agents" />
      <Figure name="In queues" value={waiting.toLocaleString('en')} note="messages to agents" to="/system/queues" />
      <Figure name="Given up" value={dead.toLocaleString('en')} tone={dead > 0 ? 'high' : undefined} note="dead letters" to="/system/queues" />
    </SimpleGrid>
  );
}

/** They only say that the process runs, as this page does. */
const saidAlready = ['ping', 'livenessState', 'readinessState', 'ssl'];

function Parts({ health }: { health: Health }) {
  const parts = Object.entries(health.components ?? {}).filter(
    ([name, { status }]) => status !== 'UP' || !saidAlready.includes(name),
  );
  return (
    <ul className={classes.parts}>
      {parts.map(([name, part]) => (
        <li key={name}>
          <div className={classes.part}>
            <Text size="sm" fw={560}>
              {words(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))}
            </Text>
            <Said name={name} part={part} />
          </div>
          <StatusPill value={part.status} />
        </li>
      ))}
    </ul>
  );
}

function Said({ name, part: { details } }: { name: string; part: Component }) {
  const disk = name === 'diskSpace' ? room(details) : undefined;
  if (disk) {
    const used = Math.round((1 - disk.free / disk.total) * 100);
    return (
      <>
        <Text size="xs" c="dimmed">
          {bytes(disk.free)} free of {bytes(disk.total)}
        </Text>
        <Progress value={used} size="sm" mt={6} maw={320} color={used > 90 ? 'red' : undefined} aria-label={`${used} % of the disk is used`} />
      </>
    );
  }
  return (
    <Text size="xs" c="dimmed" className={classes.said}>
      {telling(details) || meaning(name)}
    </Text>
  );
}

function Installation({ status }: { status: Status }) {
  const may = useMay();
  const lake = useQuery({ ...lakeQuery, enabled: may('lake.read') });
  return (
    <Facts
      facts={[
        ['Version', status.version],
        ['Started', <When key="started" at={status.started} exact />],
        ['Content', <span key="content" title={status.content}>{brief(status.content)}</span>],
        ['Events in the lake', lake.data && `${(lake.data.rows ?? 0).toLocaleString('en')}, ${bytes(lake.data.bytes ?? 0)} on disk`],
      ]}
    />
  );
}
