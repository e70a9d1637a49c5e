import '@xyflow/react/dist/base.css';
import {
  BaseEdge,
  Controls,
  EdgeLabelRenderer,
  type EdgeProps,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import { useEffect, useState } from 'react';
import { ErrorState } from '@/parts/States';
import type { Tone } from '@/parts/Tone';
import { arranged, type Place } from './layout';
import classes from './diagram.module.css';

export interface Box {
  id: string;
  title: string;
  note: string;
  tone: Tone;
  /** Drawn as not yet there. */
  faint?: boolean;
  /** Something is happening in it now. */
  busy?: boolean;
}

export interface Line {
  id: string;
  from: string;
  to: string;
  label: string;
  tone: Tone;
  strong: boolean;
}

type BoxNode = Node<{ box: Box }, 'box'>;
type WayEdge = Edge<{ line: Line; points: Place[] }, 'way'>;

/** Boxes and the ways between them, laid out once for each shape of the graph. */
export function Diagram({ boxes, lines, down, name, pick }: {
  boxes: Box[];
  lines: Line[];
  down: boolean;
  name: string;
  pick?: (id: string) => void;
}) {
  const shape = JSON.stringify([down, boxes.map((box) => box.id), lines.map((line) => [line.id, line.from, line.to, line.label])]);
  const [placed, setPlaced] = useState<Awaited<ReturnType<typeof arranged>>>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let wanted = true;
    arranged(boxes, lines, down).then(
      (found) => wanted && setPlaced(found),
      (cause: unknown) => wanted && setError(cause),
    );
    return () => {
      wanted = false;
    };
  }, [shape]);
  if (error) {
    return <ErrorState error={error} />;
  }
  const nodes: BoxNode[] = boxes.flatMap((box) => {
    const position = placed?.boxes.get(box.id);
    return position ? [{ id: box.id, type: 'box', position, data: { box }, ariaLabel: `${box.title}, ${box.note}` }] : [];
  });
  const edges: WayEdge[] = lines.flatMap((line) => {
    const points = placed?.lines.get(line.id);
    return points ? [{ id: line.id, source: line.from, target: line.to, type: 'way', data: { line, points }, focusable: false }] : [];
  });
  return (
    <div className={classes.canvas} role="group" aria-label={name} aria-busy={placed === undefined}>
      {placed && (
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={boxTypes}
          edgeTypes={wayTypes}
          onNodeClick={pick && ((_event, node) => pick(node.id))}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          minZoom={0.2}
          maxZoom={1.5}
          fitView
          fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
          proOptions={{ hideAttribution: true }}
        >
          <Controls showInteractive={false} className={classes.controls} />
        </ReactFlow>
      )}
    </div>
  );
}

function BoxView({ data: { box } }: NodeProps<BoxNode>) {
  return (
    <div className={classes.box} data-tone={box.tone} data-faint={box.faint || undefined} data-busy={box.busy || undefined} title={box.title}>
      <Handle type="target" position={Position.Top} className={classes.handle} isConnectable={false} />
      <span className={classes.title}>{box.title}</span>
      <span className={classes.note}>{box.note}</span>
      <Handle type="source" position={Position.Bottom} className={classes.handle} isConnectable={false} />
    </div>
  );
}

function WayView({ id, data }: EdgeProps<WayEdge>) {
  if (!data) {
    return null;
  }
  const { line, points } = data;
  const [first, ...rest] = points;
  const middle = points[Math.floor(points.length / 2)] ?? first;
  if (!first || !middle) {
    return null;
  }
  const path = `M${first.x},${first.y}${rest.map((point) => `L${point.x},${point.y}`).join('')}`;
  return (
    <g data-tone={line.tone} data-strong={line.strong || undefined} className={classes.way}>
      <BaseEdge id={id} path={path} />
      <circle cx={points.at(-1)?.x} cy={points.at(-1)?.y} r={3} />
      {line.label && (
        <EdgeLabelRenderer>
          <span className={classes.label} style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}>
            {line.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </g>
  );
}

const boxTypes = { box: BoxView };
const wayTypes = { way: WayView };
