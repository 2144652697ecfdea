import type { Place } from "../diagnostics.js";
import type { Moment } from "./flow/graph.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";

/** Where an expression stands: what it may see, and where to point when it is wrong. */
export interface Viewpoint {
  readonly planning: WorkflowPlanning;
  /** How far the run has come. */
  readonly moment: Moment;
  /** The step whose request or answer `$request` and `$response` mean. */
  readonly current: StepPlanning | undefined;
  /** `failed`: the answer of the current step may be an error. */
  readonly answer: "accepted" | "failed" | "none";
  readonly place: Place;
}

/** While the request of a step is made. */
export function atRequest(step: StepPlanning, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  return { planning, moment: { step: step.index, phase: "request" }, current: step, answer: "none" };
}

/** When a step has succeeded. */
export function atSuccess(step: StepPlanning, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  return { planning, moment: { step: step.index, phase: "answer" }, current: step, answer: "accepted" };
}

/** When a step has an answer, and whether it is a success is still open, or denied. */
export function atFailure(step: StepPlanning, planning: WorkflowPlanning): Omit<Viewpoint, "place"> {
  return { planning, moment: { step: step.index, phase: "request" }, current: step, answer: "failed" };
}
