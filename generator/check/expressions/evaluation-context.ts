import { isCall, type LinkedStep, type CallStep, type RequestStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { stepAt } from "../../flow/linked-workflow.js";
import type { Assumption, Place } from "../../diagnostics.js";
import type { Moment } from "../../flow/graph.js";
import type { SendTime } from "../sends.js";
import { successStatuses } from "../success/success-statuses.js";

/** What an expression may see. */
export interface EvaluationContext {
  readonly planning: SolvedWorkflow;
  /** How far the run has come. */
  readonly moment: Moment;
  /** The step whose request or answer `$request` and `$response` mean. */
  readonly current: RequestStep | undefined;
  /** The step that calls a workflow, whose outputs `$outputs` means once it has. */
  readonly call?: CallStep | undefined;
  /**
   * `failed`: the answer of the current step may be an error; `open`: its status is that of a success; `any`: its status
   * may be that of a success or of an error, and the step succeeds with either.
   */
  readonly answer: "accepted" | "open" | "failed" | "any" | "none";
  /** The statuses of errors that it may have, where an action asks for some. */
  readonly statuses?: readonly number[] | undefined;
  /** What makes a condition true that asks for an answer where a workflow has been called. */
  readonly passOver?: Assumption | undefined;
  /**
   * Which item of a list is meant by a property that its items have: the first where nothing is changed by it, else the
   * only one. `none`: no item.
   */
  readonly ofList?: "first" | "only" | "none" | undefined;
  /** The outputs that are being worked out of one another. */
  readonly outer?: readonly string[];
}

/** The same of an expression that stands somewhere: where to point when it is wrong. */
export interface PlacedContext extends EvaluationContext {
  readonly place: Place;
}

/** While the request of a step is made. */
export function atRequest(step: LinkedStep, planning: SolvedWorkflow): EvaluationContext {
  return { ...of(step, "request"), planning, answer: "none" };
}

/** When a step has succeeded. */
export function atSuccess(step: LinkedStep, planning: SolvedWorkflow): EvaluationContext {
  const errors = !isCall(step) && successStatuses(step).errors;
  return { ...of(step, "answer"), planning, answer: errors ? "any" : "accepted" };
}

/** When a step has an answer whose status is that of a success, and whether it is one is still open. */
export function atJudgement(step: LinkedStep, planning: SolvedWorkflow): EvaluationContext {
  return { ...of(step, "request"), planning, answer: "open" };
}

/** When a step has an answer that is no success. */
export function atFailure(step: LinkedStep, planning: SolvedWorkflow): EvaluationContext {
  return { ...of(step, "request"), planning, answer: "failed" };
}

function of(step: LinkedStep, phase: Moment["phase"]): Pick<PlacedContext, "moment" | "current" | "call"> {
  const moment = { step: step.index, phase, detourOf: step.detourOf };
  return isCall(step) ? { moment, current: undefined, call: step } : { moment, current: step, call: undefined };
}

/** What expressions see in what is sent at some time. */
export function seenAt(
  { kind, step: index, detourOf }: SendTime,
  planning: SolvedWorkflow,
): EvaluationContext | undefined {
  const step = stepAt(index, planning);
  if (step === undefined) return undefined;
  const at = { request: atRequest, success: atSuccess, failure: atFailure }[kind];
  return at({ ...step, detourOf }, planning);
}
