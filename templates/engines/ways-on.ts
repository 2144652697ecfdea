import { stepPathOf } from "../runtime/journal/passes.js";
import { type AnyWorkflowError, type Checkpoint, isWorkflowError, WorkflowError } from "../runtime/index.js";

/** Options of a new run that goes on where another one ended: nothing that was done is done again. Plain JSON. */
export interface WayOn {
  readonly resume: Checkpoint;
  readonly resend?: readonly string[] | undefined;
}

/**
 * The way on after an `UnknownOutcomeError` whose request did not take effect: it is sent again.
 * @param error The error, or what was stored of it. Throws a `TypeError` if it is any other
 */
export function resendAfter(error: unknown): WayOn {
  const { checkpoint, stepPath } = unknownOutcome(error);
  return { resume: checkpoint, resend: stepPath === undefined ? [] : [stepPath] };
}

/**
 * The way on after an `UnknownOutcomeError` whose request took effect: the run takes this for its answer.
 * @param error The error, or what was stored of it. Throws a `TypeError` if it is any other
 * @param body What the API would have answered, such as the resource that is there now
 * @param status The status that it would have had. @default 201
 */
export function answeredAfter(error: unknown, body: unknown, status = 201): WayOn {
  const { checkpoint, stepPath } = unknownOutcome(error);
  const ids = checkpoint.unknown.filter((id) => stepPathOf(id) === stepPath);
  const answer = { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const answers = { ...checkpoint.answers, ...Object.fromEntries(ids.map((id) => [id, answer])) };
  return { resume: { ...checkpoint, answers, unknown: checkpoint.unknown.filter((id) => !ids.includes(id)) } };
}

/** The error that it is. */
function unknownOutcome(given: unknown): AnyWorkflowError {
  const error = WorkflowError.from(given);
  if (isWorkflowError(error) && error.code === "unknown-outcome") return error;
  throw new TypeError("there is a way on after an UnknownOutcomeError only");
}
