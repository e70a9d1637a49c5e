import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconHierarchy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Graph, type Vertex } from '@/parts/graph/Graph';
import { type Tone, words } from '@/parts/Tone';
import { count } from '@/parts/words';
import { flow, type FlowNode, type FlowState } from './flow';
import { playbookRunQuery } from './queries';
import type { ExecutionDetail } from './types';
import classes from './incident.module.css';

const tones: Record<FlowState, Tone> = {
  NOT_REACHED: 'neutral',
  PENDING: 'neutral',
  RUNNING: 'accent',
  WAITING_FOR_PERSON: 'medium',
  PAST: 'neutral',
  DONE: 'good',
  SKIPPED: 'neutral',
  FAILED: 'critical',
  UNCERTAIN: 'high',
};

/** The playbook that runs, and where the run stands; on a narrow screen step after step. */
export default function FlowGraph({ run }: { run: ExecutionDetail }) {
  const playbook = useQuery(playbookRunQuery(run.execution.id));
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return (
    <Loaded query={playbook} skeleton={<Lines count={6} height={40} />}>
      {(document) => {
        if (!document) {
          return <EmptyState icon={IconHierarchy} title="It cannot be drawn" text="The playbook in the version that ran is not kept." />;
        }
        const { nodes, edges } = flow(document, run);
        const busy = new Set(nodes.filter(isBusy).map((node) => node.id));
        return wide ? (
          <Graph
            label={`${document.name}, step by step`}
            direction="DOWN"
            vertices={nodes.map(vertex)}
            arcs={edges.map(({ from, to, label, taken }) => ({ from, to, label, dashed: !taken, busy: taken && busy.has(to) }))}
          />
        ) : (
          <Steps nodes={nodes} />
        );
      }}
    </Loaded>
  );
}

function Steps({ nodes }: { nodes: FlowNode[] }) {
  return (
    <ol className={classes.steps}>
      {nodes.map((node) => (
        <li key={node.id} data-tone={tones[node.state]}>
          <Text size="sm" fw={560}>
            {node.label}
          </Text>
          <Text size="xs" c="dimmed">
            {said(node)}
          </Text>
        </li>
      ))}
    </ol>
  );
}

function vertex(node: FlowNode): Vertex {
  return { id: node.id, title: node.label, sort: said(node), tone: tones[node.state], busy: isBusy(node) };
}

function said(node: FlowNode): string {
  if (node.planned === 0) {
    return words(node.state);
  }
  return node.state === 'NOT_REACHED' ? `${count(node.planned, 'action')} planned` : `${words(node.state)}, ${node.took} of ${node.planned} in place`;
}

function isBusy(node: FlowNode): boolean {
  return node.state === 'RUNNING' || node.state === 'WAITING_FOR_PERSON';
}
