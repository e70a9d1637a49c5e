import type { Schemas } from '@/api/client';

export type Action = Schemas['Action'];
export type ActionResult = Schemas['ActionBody'];
export type ActionState = ActionResult['state'];
export type Comment = Schemas['Comment'];
export type Constraint = Schemas['Constraint'];
export type Entity = Schemas['Entity'];
export type Evidence = Schemas['Evidence'];
export type ExecutionDetail = Schemas['ExecutionBody'];
export type ExecutionSummary = Schemas['ExecutionSummary'];
export type FindingDetail = Schemas['FindingBody'];
export type IncidentDetail = Schemas['IncidentBody'];
export type IncidentFact = Schemas['IncidentFact'];
export type IncidentStatus = IncidentSummary['status'];
export type IncidentSummary = Schemas['IncidentSummary'];
export type Money = Schemas['Money'];
export type Picture = Schemas['Picture'];
export type Plan = Schemas['Plan'];
export type PlanDecision = Schemas['PlanDecision'];
export type PlannedAction = Schemas['PlannedAction'];
export type Proposed = Schemas['ProposedAction'];
export type Rating = Schemas['Rating'];
export type Severity = IncidentSummary['severity'];
export type UndoPlan = Schemas['UndoPlanBody'];
export type UndoState = Schemas['UndoBody'];
export type Unplanned = Schemas['UnplannedStep'];
export type Verification = Schemas['Verification'];

/** Where a step of a run stands. */
export type StepStatus = Schemas['StepBody']['status'];

/** A step of a CACAO 2.0 playbook, as far as it is drawn. */
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
