import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconTopologyStar3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Graph } from '@/parts/graph/Graph';
import { Panel } from '@/parts/Panel';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill, severityTone, words } from '@/parts/Tone';
import { type EntityGraph, type EntityNode, entityGraph, shortName } from './entityGraph';
import { findingsQuery } from './queries';
import classes from './incident.module.css';

/** Who acted on what, from where and with what, as the findings tell it. */
export default function GraphTab({ id }: { id: string }) {
  const asked = useQuery(findingsQuery(id));
  return (
    <Loaded query={asked} skeleton={<Lines count={8} height={40} />}>
      {({ findings }) => {
        const graph = entityGraph(findings);
        return graph.nodes.length === 0 ? (
          <EmptyState icon={IconTopologyStar3} title="The findings name nobody and nothing" />
        ) : (
          <Drawn graph={graph} />
        );
      }}
    </Loaded>
  );
}

function Drawn({ graph }: { graph: EntityGraph }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <Stack gap="md">
      {graph.hidden > 0 && (
        <Alert color="gray" variant="light">
          The {graph.nodes.length} entities that most findings name are drawn; {graph.hidden} more are not.
        </Alert>
      )}
      <Graph
        label="Entities and what was done between them"
        direction="DOWN"
        vertices={graph.nodes.map((node) => ({ id: node.id, title: shortName(node.value), sort: words(node.type), tone: tone(node) }))}
        arcs={graph.edges.map(({ from, to, times }) => ({
          from,
          to,
          label: times > 1 ? `${times}×` : undefined,
          dashed: times === 0,
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Group gap="xs">
        <Pill tone="critical" dot>
          Acted
        </Pill>
        <Pill tone="medium" dot>
          Was acted upon, then acted
        </Pill>
        <Pill tone="low" dot>
          Was acted upon
        </Pill>
      </Group>
      <Between graph={graph} chosen={chosen} />
    </Stack>
  );
}

/** The picture in words, all of it or what concerns the entity that was chosen. */
function Between({ graph, chosen }: { graph: EntityGraph; chosen: string | undefined }) {
  const names = new Map(graph.nodes.map((node) => [node.id, shortName(node.value)]));
  const told = graph.edges.filter((edge) => edge.times > 0 && (!chosen || edge.from === chosen || edge.to === chosen));
  return (
    <Panel title="What was done" note={chosen && `by or to ${names.get(chosen)}`}>
      <ul className={classes.told}>
        {told.map((edge) => (
          <li key={edge.id} data-tone={severityTone(edge.severity ?? '')}>
            <Text size="sm">
              <b>{names.get(edge.from)}</b> → <b>{names.get(edge.to)}</b>
            </Text>
            <Text size="sm" c="dimmed">
              {edge.titles.join('; ')}
            </Text>
          </li>
        ))}
        {told.length === 0 && (
          <li>
            <Text size="sm" c="dimmed">
              No finding names both who acted and what was acted upon here.
            </Text>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function tone(node: EntityNode) {
  return node.actor ? (node.target ? 'medium' : 'critical') : 'low';
}
