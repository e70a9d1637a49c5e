import type { ElkNode } from 'elkjs/lib/elk-api';
import ELK from 'elkjs/lib/elk-api';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';

export interface GraphNode {
  id: string;
  width?: number;
  height?: number;
}

export interface GraphEdge {
  id: string;
  from: string;
  to: string;
}

export interface Place {
  x: number;
  y: number;
}

export const NODE = { width: 208, height: 58 };
/** From one layer to the next. */
export const BETWEEN = { DOWN: 42, RIGHT: 64 };

let elk: InstanceType<typeof ELK> | undefined;

/** Places by the layered algorithm, computed beside the page's thread. */
export async function layout(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  direction: 'RIGHT' | 'DOWN',
): Promise<Map<string, Place>> {
  elk ??= new ELK({ workerFactory: () => new Worker(elkWorker) });
  const known = new Set(nodes.map((node) => node.id));
  const root: ElkNode = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.spacing.nodeNode': '26',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(BETWEEN[direction]),
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.separateConnectedComponents': 'true',
    },
    children: nodes.map(({ id, width = NODE.width, height = NODE.height }) => ({ id, width, height })),
    edges: edges
      .filter((edge) => known.has(edge.from) && known.has(edge.to))
      .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  return new Map((root.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
