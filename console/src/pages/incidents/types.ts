export type Severity = 'INFORMATIONAL' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';
export type IncidentStatus = 'NEW' | 'IN_PROGRESS' | 'ON_HOLD' | 'RESOLVED' | 'CLOSED';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface IncidentSummary {
  id: string;
  kind: 'SECURITY' | 'SERVICE';
  title: string;
  status: IncidentStatus;
  severity: Severity;
  priority: Priority;
  findings: number;
  opened: string;
  updated: string;
  assignee: string | null;
  tactics: string[];
}

export interface IncidentFact {
  fact: string;
  at: string;
  text: string;
  happened?: string;
  findingId?: string;
  executionId?: string;
}

export interface Entity {
  type: 'PRINCIPAL' | 'ACCESS_KEY' | 'SESSION' | 'ADDRESS' | 'HOST' | 'RESOURCE' | 'FILE_HASH' | 'DOMAIN';
  scope: string;
  value: string;
  role: 'ACTOR' | 'TARGET';
}

export interface FindingSummary {
  id: string;
  ruleId: string;
  title: string;
  severity: Severity;
  time: string;
}

export interface FindingDetail extends FindingSummary {
  events: string[];
  matched: { field: string; value: string }[];
  entities: Entity[];
  tactics: string[];
  techniques: string[];
}

export interface Rating {
  severity: Severity;
  priority: Priority;
  score: number;
  confidence: number;
  contributions: { what: string; points: number; why: string }[];
}

export interface Picture {
  firstSeen: string;
  lastSeen: string;
  findings: number;
  worst: Severity;
  rules: string[];
  tactics: string[];
  techniques: string[];
  entities: Entity[];
  unlisted: number;
}

export interface Target {
  type: string;
  scope: string;
  id: string;
}

export interface Action {
  kind: string;
  target: Target;
  arguments: Record<string, string>;
}

export interface ActionResult {
  stepId: string;
  attempt: number;
  effect: string | null;
  agent: string;
  action: Action;
  calls: string[];
  outcome: 'CARRIED_OUT' | 'ALREADY_DONE' | 'NEEDS_APPROVAL' | 'FORBIDDEN' | 'NOT_CONFIGURED' | 'FAILED' | 'UNCERTAIN';
  detail: string;
  policies: string[];
  inverse: Action | null;
  at: string;
}

export interface Money {
  amount: number;
  currency: string;
}

export interface CostAssessment {
  perHour: Money;
  soFar: Money;
  until: string;
  lines: { resource: string; type: string; region: string; started: string; perHour: Money; soFar: Money }[];
  unpriced: string[];
  source: string;
}

export interface Evidence {
  id: string;
  name: string;
  mediaType: string;
  content: string;
  size: number;
  collected: string;
  origin: string;
  custody: { time: string; who: string; what: string }[];
}

export interface ExecutionSummary {
  id: string;
  subject: string;
  playbookId: string;
  playbookName: string;
  status: string;
  why: string | null;
  approvalId: string | null;
  requestedBy: string | null;
  parent: { executionId: string; stepId: string; attempt: number } | null;
  requested: string;
  ended: string | null;
}

export interface IncidentDetail {
  incident: IncidentSummary;
  contained: string | null;
  resolved: string | null;
  rating: Rating;
  picture: Picture;
  timeline: IncidentFact[];
  findings: FindingSummary[];
  response: { stage: string; revision: number; approvalId: string | null; executionId: string | null } | null;
  execution: ExecutionSummary | null;
  actions: ActionResult[];
  evidence: Evidence[];
  cost: CostAssessment | null;
  ticket: { id: string; title: string; status: 'OPEN' | 'CLOSED'; resolution: string | null } | null;
  report: string | null;
}

export interface PlannedAction {
  stepId: string;
  dryRun: { action: Action; calls: string[]; touches: number; inverse: Action | null; summary: string };
  blastRadius: { count: number; fleet: number; basis: string };
}

export interface Constraint {
  stepId: string;
  kind: string;
  targetType: string;
  scope: string;
  target: string;
  arguments: Record<string, string[]>;
  most: number;
  touches: number;
  reversible: boolean;
}

export interface Plan {
  executionId: string;
  subject: string;
  playbookId: string;
  actions: PlannedAction[];
  constraints: Constraint[];
}

export interface PlanDecision {
  stepId: string;
  action: Action;
  decision: {
    verdict: 'PERMIT' | 'NEEDS_APPROVAL' | 'FORBID';
    policies: string[];
    explanation: string;
    nearest: { changes: string[]; policies: string[] } | null;
  };
}

export interface ExecutionDetail {
  execution: ExecutionSummary;
  plan: Plan | null;
  decisions: PlanDecision[];
  leftOut: { stepId: string; kind: string; target: string; came: string; why: string }[];
  steps: { id: string; status: StepStatus; attempt: number; why: string | null }[];
  variables: Record<string, unknown>;
  actions: ActionResult[];
  history: { at: string; stepId: string; what: string }[];
}

export type StepStatus =
  | 'PENDING'
  | 'RUNNING'
  | 'WAITING_FOR_PERSON'
  | 'PAST'
  | 'DONE'
  | 'SKIPPED'
  | 'FAILED'
  | 'UNCERTAIN';

export interface WorkflowStep {
  type: string;
  name?: string;
  description?: string;
  condition?: string;
  on_completion?: string;
  on_success?: string;
  on_failure?: string;
  on_true?: string;
  on_false?: string;
  next_steps?: string[];
  cases?: Record<string, string>;
}

export interface PlaybookDocument {
  id: string;
  name: string;
  description?: string;
  workflow: Record<string, WorkflowStep>;
  workflow_start: string;
  workflow_exception?: string;
}
