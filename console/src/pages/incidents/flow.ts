import type { ExecutionDetail, PlaybookDocument, StepStatus, WorkflowStep } from './types';

/** What a reader sees of a step: not reached, or where it stands. */
export type FlowState = StepStatus | 'NOT_REACHED';

export interface FlowNode {
  id: string;
  type: string;
  label: string;
  state: FlowState;
  /** Why it stands so, where the run says it. */
  why: string | null;
  /** Actions of the plan that belong to it. */
  planned: number;
  took: number;
}

export interface FlowEdge {
  id: string;
  from: string;
  to: string;
  label: string;
  /** Whether the run went this way. */
  taken: boolean;
}

export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/**
 * A playbook as a graph, with where a run of it stands. A branch that ends leads back to the step around it, so the
 * steps that follow are drawn after the branches; steps that only mark an end are left out.
 */
export function flow(playbook: PlaybookDocument, run: ExecutionDetail | null): Flow {
  const reached = new Set<string>();
  const edges: FlowEdge[] = [];
  const walk = (id: string | undefined, after: string | undefined): void => {
    const step = id === undefined ? undefined : playbook.workflow[id];
    if (id === undefined || step === undefined || step.type === 'end' || reached.has(id)) {
      return;
    }
    reached.add(id);
    const around = step.type === 'while-condition' ? id : (drawn(playbook, next(step)) ?? after);
    for (const { to, label, within } of ways(step)) {
      const follows = within ? around : after;
      const target = drawn(playbook, to) ?? (follows === id ? undefined : follows);
      if (target) {
        edges.push({ id: `${id}>${target}:${label}`, from: id, to: target, label, taken: false });
      }
      walk(to, follows);
    }
    if (branches(step)) {
      walk(next(step), after);
    }
  };
  walk(playbook.workflow_start, undefined);
  const nodes = [...reached].map((id) => node(id, playbook, run));
  const went = new Set(nodes.filter((one) => one.state !== 'NOT_REACHED').map((one) => one.id));
  return {
    nodes,
    edges: unique(edges).map((edge) => ({ ...edge, taken: went.has(edge.from) && went.has(edge.to) })),
  };
}

interface Way {
  to: string;
  label: string;
  within: boolean;
}

/** Where a step leads. What follows a step with branches follows their ends, so it is no way out of the step itself. */
function ways(step: WorkflowStep): Way[] {
  const inside: Way[] = [
    ...(step.next_steps ?? []).map((to) => ({ to, label: '', within: true })),
    ...(step.on_true ? [{ to: step.on_true, label: 'yes', within: true }] : []),
    ...(step.on_false ? [{ to: step.on_false, label: 'no', within: true }] : []),
    ...Object.entries(step.cases ?? {}).map(([label, to]) => ({ to, label, within: true })),
  ];
  const after = next(step);
  const failed = step.on_failure && step.on_failure !== after ? [{ to: step.on_failure, label: 'failed', within: false }] : [];
  if (inside.length === 0) {
    return after ? [{ to: after, label: failed.length > 0 ? 'done' : '', within: false }, ...failed] : failed;
  }
  const past = step.on_true && !step.on_false && after ? [{ to: after, label: 'no', within: false }] : [];
  return [...inside, ...past, ...failed];
}

function branches(step: WorkflowStep): boolean {
  return Boolean(step.next_steps ?? step.on_true ?? step.on_false ?? step.cases);
}

function next(step: WorkflowStep): string | undefined {
  return step.on_completion ?? step.on_success;
}

/** The step itself, or nothing where it only marks an end. */
function drawn(playbook: PlaybookDocument, id: string | undefined): string | undefined {
  const step = id === undefined ? undefined : playbook.workflow[id];
  return step === undefined || step.type === 'end' ? undefined : id;
}

function node(id: string, playbook: PlaybookDocument, run: ExecutionDetail | null): FlowNode {
  const step = playbook.workflow[id];
  const state = run?.steps.find((one) => one.id === id);
  return {
    id,
    type: step?.type ?? '',
    label: step?.name ?? (step?.type === 'start' ? 'Start' : (step?.type ?? id)),
    state: state?.status ?? 'NOT_REACHED',
    why: state?.why ?? null,
    planned: run?.plan?.actions.filter((action) => action.stepId === id).length ?? 0,
    took:
      run?.actions.filter(
        (action) => action.stepId === id && ['CARRIED_OUT', 'ALREADY_DONE'].includes(action.outcome),
      ).length ?? 0,
  };
}

function unique(edges: FlowEdge[]): FlowEdge[] {
  return [...new Map(edges.map((edge) => [edge.id, edge])).values()];
}
