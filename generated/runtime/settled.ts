// Written by twilio-workflows: change the documents and generate again.
import { isWorkflowError, type WorkflowError } from "./errors/index.js";

/** What came of a workflow that was called as a step: what it returned, or the error that it ended in. */
export type Settled<Outputs> = Completed<Outputs> | Failed;

export interface Completed<Outputs> {
  readonly outputs: Outputs;
  readonly error?: undefined;
}

export interface Failed {
  readonly outputs?: undefined;
  readonly error: WorkflowError;
}

/**
 * Whether the caller's step has failed with the workflow that it called, so that its failure actions say how to go on.
 * Not if the run was aborted, may not go on, or does not know what it has done.
 */
export function failsStep(error: unknown): error is WorkflowError {
  return isWorkflowError(error) && failures.has(error.code);
}

const failures: ReadonlySet<string> = new Set([
  "criterion-failed",
  "invalid-answer",
  "missing-output",
  "poll-deadline",
  "step-failed",
]);
