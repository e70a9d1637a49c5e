import { Accordion, Code, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Graph } from '@/parts/graph/Graph';
import { Json } from '@/parts/Json';
import { type Tone, words } from '@/parts/Tone';
import { flow, type FlowNode } from '../incidents/flow';
import type { PlaybookDocument, WorkflowStep } from '../incidents/types';
import classes from './playbooks.module.css';

const tones: Record<string, Tone> = {
  action: 'accent',
  'playbook-action': 'accent',
  parallel: 'low',
  'if-condition': 'medium',
  'while-condition': 'medium',
  'switch-condition': 'medium',
};

/** A playbook's steps; the one that is chosen is told whole beside them. */
export default function PlaybookGraph({ document, height, beside = true }: {
  document: PlaybookDocument;
  height?: number;
  beside?: boolean;
}) {
  const drawn = useMemo(() => flow(document, null), [document]);
  const [chosen, setChosen] = useState<string>();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  if (!wide && beside) {
    return <Steps nodes={drawn.nodes} document={document} />;
  }
  const graph = (
    <Graph
      label={`${document.name}, step by step`}
      direction="DOWN"
      height={height}
      vertices={drawn.nodes.map((node) => ({ id: node.id, title: node.label, sort: sort(node), tone: tones[node.type] }))}
      arcs={drawn.edges.map(({ from, to, label }) => ({ from, to, label, dashed: label === 'failed' }))}
      chosen={chosen}
      onChoose={setChosen}
    />
  );
  if (!beside) {
    return graph;
  }
  const step = chosen === undefined ? undefined : document.workflow[chosen];
  return (
    <div className={classes.split}>
      {graph}
      <aside className={classes.aside} aria-label="The chosen step" aria-live="polite">
        {step ? <Step id={chosen ?? ''} step={step} /> : <Text c="dimmed" size="sm">Choose a step to see what it does.</Text>}
      </aside>
    </div>
  );
}

/** On a phone: step after step, each opening to what it does. */
function Steps({ nodes, document }: { nodes: FlowNode[]; document: PlaybookDocument }) {
  return (
    <Accordion multiple variant="default" chevronPosition="right">
      {nodes.map((node) => {
        const step = document.workflow[node.id];
        return (
          <Accordion.Item key={node.id} value={node.id} className={classes.step} data-tone={tones[node.type] ?? 'neutral'}>
            <Accordion.Control>
              <Text size="xs" c="dimmed">
                {sort(node)}
              </Text>
              <Text size="sm" fw={560}>
                {node.label}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>{step && <Step id={node.id} step={step} />}</Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function Step({ id, step }: { id: string; step: WorkflowStep }) {
  return (
    <Stack gap="sm">
      <div>
        <Text size="xs" c="dimmed">
          {words(step.type)}
        </Text>
        <Title order={3}>{step.name ?? words(step.type)}</Title>
      </div>
      {step.description && <Text size="sm">{step.description}</Text>}
      {step.condition && <Code block tabIndex={0} aria-label="Condition">{step.condition}</Code>}
      <Json label={`Step ${id}`} value={step} height={380} />
    </Stack>
  );
}

function sort(node: FlowNode): string {
  return words(node.type);
}
