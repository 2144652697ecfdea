import type { Place } from "../diagnostics.js";
import type { Moment } from "./flow/graph.js";
import { isCall, type AnyStep, type CallPlanning, type StepPlanning, type WorkflowPlanning } from "./planning.js";
import { successStatuses } from "./success-statuses.js";

/** Where an expression stands: what it may see, and where to point when it is wrong. */
export interface Viewpoint {
  readonly planning: WorkflowPlanning;
  /** How far the run has come. */
  readonly moment: Moment;
  /** The step whose request or answer `$request` and `$response` mean. */
  readonly current: StepPlanning | undefined;
  /** The step that calls a workflow, whose outputs `$outputs` means once it has. */
  readonly call?: CallPlanning | undefined;
  /**
   * `failed`: the answer of the current step may be an error; `open`: its status is that of a success; `any`: its status
   * may be that of a success or of an error, and the step succeeds with either.
   */
  readonly answer: "accepted" | "open" | "failed" | "any" | "none";
  readonly place: Place;
  /** The outputs that are being worked out of one another. */
  readonly outer?: readonly string[];
}

/** While the request of a step is made. */
export function atRequest(step: AnyStep, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  return { ...of(step, "request"), planning, answer: "none" };
}

/** When a step has succeeded. */
export function atSuccess(step: AnyStep, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  const errors = !isCall(step) && successStatuses(step).errors;
  return { ...of(step, "answer"), planning, answer: errors ? "any" : "accepted" };
}

/** When a step has an answer whose status is that of a success, and whether it is one is still open. */
export function atJudgement(step: AnyStep, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  return { ...of(step, "request"), planning, answer: "open" };
}

/** When a step has an answer that is no success. */
export function atFailure(step: AnyStep, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  return { ...of(step, "request"), planning, answer: "failed" };
}

function of(step: AnyStep, phase: Moment["phase"]): Pick<Viewpoint, "moment" | "current" | "call"> {
  const moment = { step: step.index, phase, aside: step.aside };
  return isCall(step) ? { moment, current: undefined, call: step } : { moment, current: step, call: undefined };
}
