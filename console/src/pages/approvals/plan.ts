import { capital } from '@/parts/words';
import type { Constraint, Plan, PlanDecision, PlannedAction } from '../incidents/types';

/** The actions of one step, which are of one kind, and what the gate said of them. */
export interface StepPlan {
  stepId: string;
  kind: string;
  actions: PlannedAction[];
  constraints: Constraint[];
  verdict: PlanDecision['decision']['verdict'] | null;
  reasons: Reason[];
  reversible: boolean;
}

/** Policies of one decision with its words. */
export interface Reason {
  policies: string[];
  explanation: string;
}

/** The plan in its own order, step by step. */
export function steps(plan: Plan, decisions: readonly PlanDecision[]): StepPlan[] {
  const found = new Map<string, StepPlan>();
  const at = (stepId: string, kind: string): StepPlan => {
    const key = `${stepId} ${kind}`;
    const step = found.get(key) ?? {
      stepId,
      kind,
      actions: [],
      constraints: [],
      verdict: null,
      reasons: [],
      reversible: true,
    };
    found.set(key, step);
    return step;
  };
  for (const action of plan.actions) {
    const step = at(action.stepId, action.dryRun.action.kind);
    step.actions.push(action);
    step.reversible &&= action.dryRun.inverse !== undefined;
  }
  for (const constraint of plan.constraints) {
    const step = at(constraint.stepId, constraint.kind);
    step.constraints.push(constraint);
    step.reversible &&= constraint.reversible;
  }
  for (const said of decisions) {
    const step = found.get(`${said.stepId} ${said.action.kind}`);
    if (step) {
      decide(step, said);
    }
  }
  return [...found.values()];
}

/** What the policies said, each thing once, with the numbers of the steps that it was said of. */
export interface Said extends Reason {
  steps: number[];
}

export function said(inOrder: readonly StepPlan[]): Said[] {
  const all = new Map<string, Said>();
  inOrder.forEach((step, index) => {
    for (const { policies, explanation } of step.reasons) {
      const one = all.get(explanation) ?? { policies: [], explanation, steps: [] };
      one.policies = [...new Set([...one.policies, ...policies])];
      one.steps.push(index + 1);
      all.set(explanation, one);
    }
  });
  return [...all.values()];
}

/** Numbers as people write them: 1, 3 to 6. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) {
      last[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`)).join(', ');
}

/** What a kind of action does: `aws.ec2.stop-instance` is 'Stop instance'. */
export function kindName(kind: string): string {
  const name = kind.split('.').at(-1) ?? kind;
  return SPELT[name] ?? capital(name.replaceAll('-', ' '));
}

/** Where it acts: `aws.ec2.stop-instance` acts on 'AWS EC2'. */
export function kindPlace(kind: string): string {
  return capital(
    kind
      .split('.')
      .slice(0, -1)
      .map((part) => SPELT[part] ?? part)
      .join(' '),
  );
}

/** Names that are not written as words are. */
const SPELT: Record<string, string> = { aws: 'AWS', ec2: 'EC2', iam: 'IAM', http: 'HTTP', openc2: 'OpenC2', powershell: 'PowerShell', ssh: 'SSH' };

/** How much of what is known the step touches, 0 to 1; an unknown fleet counts as wholly touched. */
export function share(step: StepPlan): { count: number; fleet: number; share: number } {
  const count = step.actions.reduce((sum, action) => sum + action.blastRadius.count, 0);
  const fleet = Math.max(0, ...step.actions.map((action) => action.blastRadius.fleet));
  return { count, fleet, share: fleet === 0 ? 1 : Math.min(1, count / fleet) };
}

const GRAVITY = ['PERMIT', 'NEEDS_APPROVAL', 'FORBID'] as const;

function decide(step: StepPlan, said: PlanDecision): void {
  const verdict = said.decision.verdict;
  if (step.verdict === null || GRAVITY.indexOf(verdict) > GRAVITY.indexOf(step.verdict)) {
    step.verdict = verdict;
  }
  if (!step.reasons.some((reason) => reason.explanation === said.decision.explanation)) {
    step.reasons.push({ policies: said.decision.policies, explanation: said.decision.explanation });
  }
}
