// Written by twilio-workflows: change the documents and generate again.
import type { Outcome } from "../call.js";
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/** What is known of a failed step. */
export interface StepFailure {
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** The HTTP status; `undefined` when no answer came. */
  readonly status?: number | undefined;
  /**
   * Whether the request took effect: `not-done`, `done` (a 2xx that fails the step's criteria), or `unknown` (a 5xx).
   * A POST or PATCH is sent again on resuming only if it is `not-done`, or if `options.resend` names the step.
   */
  readonly outcome: Outcome;
  /** Twilio's error code, such as 21211. */
  readonly twilioCode?: number | undefined;
  /** Twilio's own words. */
  readonly twilioMessage?: string | undefined;
  /** Twilio's page about this error. */
  readonly moreInfo?: string | undefined;
  /** The `Twilio-Request-Id`, for Twilio's support. */
  readonly requestId?: string | undefined;
  /** The body of the refusal: the parsed JSON, or the text. */
  readonly body?: unknown;
}

export interface StepFailedError extends StepFailure {}

/** A step did not succeed: it was refused, no answer was to be had, or the answer fails the step's criteria. */
export class StepFailedError extends WorkflowError {
  override readonly name = "StepFailedError";
  readonly code = "step-failed";

  constructor(place: ErrorPlace, message: string, failure: StepFailure) {
    super(place, message);
    Object.assign(this, failure);
  }
}
