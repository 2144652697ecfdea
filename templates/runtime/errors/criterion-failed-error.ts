import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/** A workflow that was called as a step came to its end, but what it returned fails the step's criteria. */
export class CriterionFailedError extends WorkflowError {
  override readonly name = "CriterionFailedError";
  readonly code = "criterion-failed";
  /** The criterion, as in the Arazzo document. */
  readonly criterion: string;

  constructor(place: ErrorPlace, criterion: string) {
    super(place, `the workflow that it calls came to its end, but not with ${criterion}`);
    this.criterion = criterion;
  }
}
