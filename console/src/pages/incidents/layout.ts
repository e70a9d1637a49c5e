import type { ElkExtendedEdge } from 'elkjs/lib/elk-api';

export const WIDTH = 190;
export const HEIGHT = 52;

export interface Place {
  x: number;
  y: number;
}

interface Placed {
  boxes: Map<string, Place>;
  lines: Map<string, Place[]>;
}

/** Where boxes stand and ways run so that most ways go one direction and few cross. */
export async function arranged(
  boxes: readonly { id: string }[],
  lines: readonly { id: string; from: string; to: string }[],
  down: boolean,
): Promise<Placed> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const graph = await new Elk().layout({
    id: 'all',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': down ? 'DOWN' : 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '22',
      'elk.layered.spacing.nodeNodeBetweenLayers': down ? '34' : '64',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: boxes.map(({ id }) => ({ id, width: WIDTH, height: HEIGHT })),
    edges: lines.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  return {
    boxes: new Map(graph.children?.map((box) => [box.id, { x: box.x ?? 0, y: box.y ?? 0 }])),
    lines: new Map(graph.edges?.map((line) => [line.id, way(line)])),
  };
}

function way(line: ElkExtendedEdge): Place[] {
  return (line.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
}
