// Written by twilio-workflows: change the documents and generate again.
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/**
 * A request that writes was sent and its answer was lost: it may have taken effect, or not. It is not sent again by
 * itself, and a run that resumes ends in this error again before it sends anything.
 *
 * Find out at Twilio whether it took effect. If not, resume with `resend: [error.stepPath]`. If it did, move its id from
 * `checkpoint.unknown` to `checkpoint.answers`, with the answer that it must have had.
 */
export class UnknownOutcomeError extends WorkflowError {
  override readonly name = "UnknownOutcomeError";
  readonly code = "unknown-outcome";

  constructor(place: ErrorPlace, message: string) {
    const step = place.stepPath ?? place.stepId;
    super(place, `${message}; find out whether it did, and if not, resume with resend: ["${step}"]`);
  }
}
