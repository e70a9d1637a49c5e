import { worse } from './byRule';
import type { Entity, FindingDetail, Severity } from './types';

export interface EntityNode {
  id: string;
  type: Entity['type'];
  scope: string;
  value: string;
  actor: boolean;
  target: boolean;
  findings: number;
}

export interface EntityEdge {
  id: string;
  from: string;
  to: string;
  /** Titles of the findings that say so; empty where the edge only says whose something is. */
  titles: string[];
  times: number;
  severity: Severity | null;
}

export interface EntityGraph {
  nodes: EntityNode[];
  edges: EntityEdge[];
  /** How many entities were left out because a picture of more would say nothing. */
  hidden: number;
}

/** From where it came, through what was used, to who it was. */
const CHAIN: Entity['type'][] = ['ADDRESS', 'HOST', 'DOMAIN', 'FILE_HASH', 'ACCESS_KEY', 'SESSION', 'PRINCIPAL'];
const MOST = 60;

/** Who acted, from where and with what, on which targets, as the findings tell it. */
export function entityGraph(findings: readonly FindingDetail[], most = MOST): EntityGraph {
  const nodes = new Map<string, EntityNode>();
  const edges = new Map<string, EntityEdge>();
  for (const finding of findings) {
    for (const entity of finding.entities) {
      see(nodes, entity);
    }
    connect(finding, edges);
  }
  const shown = [...nodes.values()].sort((a, b) => b.findings - a.findings).slice(0, most);
  const ids = new Set(shown.map((node) => node.id));
  return {
    nodes: shown,
    edges: [...edges.values()].filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
    hidden: nodes.size - shown.length,
  };
}

export function entityKey(entity: Entity): string {
  return `${entity.type}|${entity.scope}|${entity.value}`;
}

/** The part of an ARN or path that tells it from others; the whole of anything short. */
export function shortName(value: string): string {
  const resource = value.startsWith('arn:') ? value.split(':').slice(5).join(':') : '';
  return resource === '' ? value : resource;
}

function see(nodes: Map<string, EntityNode>, entity: Entity): void {
  const id = entityKey(entity);
  const node = nodes.get(id) ?? {
    id,
    type: entity.type,
    scope: entity.scope,
    value: entity.value,
    actor: false,
    target: false,
    findings: 0,
  };
  node.actor ||= entity.role === 'ACTOR';
  node.target ||= entity.role === 'TARGET';
  node.findings += 1;
  nodes.set(id, node);
}

function connect(finding: FindingDetail, edges: Map<string, EntityEdge>): void {
  const actors = finding.entities
    .filter((entity) => entity.role === 'ACTOR' && CHAIN.includes(entity.type))
    .sort((a, b) => CHAIN.indexOf(a.type) - CHAIN.indexOf(b.type));
  for (let i = 1; i < actors.length; i += 1) {
    const [from, to] = [actors[i - 1], actors[i]];
    if (from && to && from.type !== to.type) {
      edge(edges, from, to, null);
    }
  }
  const who = actors.at(-1);
  if (!who) {
    return;
  }
  for (const target of finding.entities.filter((entity) => entity.role === 'TARGET')) {
    if (entityKey(target) !== entityKey(who)) {
      edge(edges, who, target, finding);
    }
  }
}

function edge(edges: Map<string, EntityEdge>, from: Entity, to: Entity, finding: FindingDetail | null): void {
  const id = `${entityKey(from)}>${entityKey(to)}`;
  const known = edges.get(id) ?? { id, from: entityKey(from), to: entityKey(to), titles: [], times: 0, severity: null };
  if (finding) {
    known.times += 1;
    known.severity = known.severity === null ? finding.severity : worse(known.severity, finding.severity);
    if (!known.titles.includes(finding.title)) {
      known.titles.push(finding.title);
    }
  }
  edges.set(id, known);
}
