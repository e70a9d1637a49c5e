import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Lines, Loaded } from '@/parts/States';
import { type Tone, words } from '@/parts/Tone';
import { type Box, Diagram } from './Diagram';
import { flow, type FlowNode, type FlowState } from './flow';
import { playbookRunQuery } from './queries';
import type { ExecutionDetail } from './types';

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

/** The playbook that runs, and where the run stands. */
export default function FlowGraph({ run }: { run: ExecutionDetail }) {
  const playbook = useQuery(playbookRunQuery(run.execution.id));
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <Loaded query={playbook} skeleton={<Lines count={6} height={40} />}>
      {(document) => {
        const { nodes, edges } = flow(document, run);
        return (
          <Diagram
            name={`${document.name}, step by step`}
            down={!wide}
            boxes={nodes.map(box)}
            lines={edges.map((edge) => ({ ...edge, tone: edge.taken ? 'good' : 'neutral', strong: edge.taken }))}
          />
        );
      }}
    </Loaded>
  );
}

function box(node: FlowNode): Box {
  const actions = node.planned > 0 ? `, ${node.took} of ${node.planned} in place` : '';
  return {
    id: node.id,
    title: node.label,
    note: `${words(node.state)}${actions}`,
    tone: tones[node.state],
    faint: node.state === 'NOT_REACHED',
    busy: node.state === 'RUNNING' || node.state === 'WAITING_FOR_PERSON',
  };
}
