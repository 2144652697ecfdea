import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/** A run went through more steps than `options.maxSteps` allows: most likely it goes in a circle. */
export class StepLimitError extends WorkflowError {
  override readonly name = "StepLimitError";
  readonly code = "step-limit";
  /** How many passes through steps were allowed. */
  readonly limit: number;

  constructor(place: ErrorPlace, limit: number) {
    super(place, `not at its end after ${limit} steps; if it needs more, set options.maxSteps`);
    this.limit = limit;
  }
}
