import '@xyflow/react/dist/style.css';
import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { Background, Controls, type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Tone } from '../Tone';
import classes from './Graph.module.css';
import { BETWEEN, layout, NODE, type Place } from './layout';

const MARGIN = 72;

export interface Vertex {
  id: string;
  title: string;
  /** Above the title: what sort of thing it is. */
  sort?: string;
  tone?: Tone;
  /** Going on right now. */
  busy?: boolean;
  icon?: ReactNode;
}

export interface Arc {
  from: string;
  to: string;
  label?: string;
  dashed?: boolean;
  busy?: boolean;
}

/** A directed graph that lays itself out; panned by dragging, walked with Tab and Enter. */
export function Graph({ vertices, arcs, label, height, direction = 'RIGHT', chosen, onChoose }: {
  vertices: readonly Vertex[];
  arcs: readonly Arc[];
  /** What the graph shows, for those who do not see it. */
  label: string;
  /** In pixels; when left out, as much as it takes to read it. */
  height?: number;
  direction?: 'RIGHT' | 'DOWN';
  chosen?: string;
  onChoose?: (id: string) => void;
}) {
  const scheme = useComputedColorScheme();
  const places = usePlaces(vertices, arcs, direction);
  const nodes = useMemo(
    () =>
      places &&
      vertices.map<VertexNode>((vertex) => ({
        id: vertex.id,
        type: 'vertex',
        position: places.get(vertex.id) ?? { x: 0, y: 0 },
        selected: vertex.id === chosen,
        ariaLabel: [vertex.sort, vertex.title].filter(Boolean).join(': '),
        data: { vertex, direction },
      })),
    [vertices, places, chosen, direction],
  );
  const edges = useMemo(() => arcs.map(edge), [arcs]);
  if (!nodes) {
    return <Skeleton height={height ?? (direction === 'DOWN' ? outline(vertices, arcs) : 420)} radius="lg" role="status" aria-busy aria-label="Loading" />;
  }
  return (
    <div className={classes.graph} style={height ? { height } : asLarge(places)} role="group" aria-label={label}>
      <ReactFlow
        key={`${vertices.length}/${arcs.length}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={types}
        colorMode={scheme}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: `${MARGIN / 3}px` }}
        minZoom={0.1}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        onlyRenderVisibleElements={vertices.length > 150}
        proOptions={{ hideAttribution: false }}
        onNodeClick={(_event, node) => onChoose?.(node.id)}
        onSelectionChange={({ nodes: [first] }) => first && first.id !== chosen && onChoose?.(first.id)}
      >
        <Background gap={20} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

function usePlaces(vertices: readonly Vertex[], arcs: readonly Arc[], direction: 'RIGHT' | 'DOWN') {
  const [places, setPlaces] = useState<Map<string, Place>>();
  // The shape decides, not what the vertices say: a live graph keeps its places while states change.
  const shape = JSON.stringify([vertices.map(({ id }) => id), arcs.map(({ from, to }) => [from, to]), direction]);
  useEffect(() => {
    let current = true;
    void layout(vertices, arcs.map((arc) => ({ id: idOf(arc), ...arc })), direction).then(
      (found) => current && setPlaces(found),
    );
    return () => {
      current = false;
    };
  }, [shape]);
  return places;
}

/** The size at which it is read without zooming, where there is the room. */
function asLarge(places: Map<string, Place> | undefined): CSSProperties {
  const all = [...(places?.values() ?? [])];
  const wide = Math.max(...all.map(({ x }) => x), 0) + NODE.width + MARGIN;
  const high = Math.max(...all.map(({ y }) => y), 0) + NODE.height + MARGIN;
  return { aspectRatio: `${wide} / ${high}`, maxHeight: high, minHeight: Math.min(high, 300), width: '100%' };
}

/** How high it will be, before anything is laid out: the longest way through it, so that nothing below has to move. */
function outline(vertices: readonly Vertex[], arcs: readonly Arc[]): number {
  const layers = new Map(vertices.map(({ id }) => [id, 1]));
  for (let round = 0, moved = true; moved && round < vertices.length; round += 1) {
    moved = false;
    for (const { from, to } of arcs) {
      const below = (layers.get(from) ?? 0) + 1;
      if (below > (layers.get(to) ?? below) && below <= vertices.length) {
        layers.set(to, below);
        moved = true;
      }
    }
  }
  const most = Math.max(1, ...layers.values());
  return most * (NODE.height + BETWEEN.DOWN) - BETWEEN.DOWN + MARGIN;
}

function idOf({ from, to, label = '' }: Arc): string {
  return `${from}>${to}>${label}`;
}

function edge(arc: Arc): Edge {
  return {
    id: idOf(arc),
    source: arc.from,
    target: arc.to,
    label: arc.label,
    animated: arc.busy,
    type: 'smoothstep',
    className: arc.dashed ? classes.dashed : undefined,
    markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--acso-neutral-solid)', width: 16, height: 16 },
  };
}

type VertexNode = Node<{ vertex: Vertex; direction: 'RIGHT' | 'DOWN' }, 'vertex'>;

function VertexView({ data: { vertex, direction }, selected }: NodeProps<VertexNode>) {
  const right = direction === 'RIGHT';
  return (
    <div
      className={classes.vertex}
      data-tone={vertex.tone ?? 'neutral'}
      data-selected={selected || undefined}
      data-busy={vertex.busy || undefined}
      style={{ width: NODE.width, height: NODE.height }}
    >
      <Handle type="target" position={right ? Position.Left : Position.Top} className={classes.handle} />
      {vertex.icon}
      <div className={classes.words}>
        {vertex.sort && <span className={classes.sort}>{vertex.sort}</span>}
        <span className={classes.title} title={vertex.title}>
          {vertex.title}
        </span>
      </div>
      <Handle type="source" position={right ? Position.Right : Position.Bottom} className={classes.handle} />
    </div>
  );
}

const types = { vertex: VertexView };
