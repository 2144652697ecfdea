import type { Outcome } from "../answers/call.js";
import { describe, excerpt } from "./text.js";
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/**
 * `options.signal` was aborted, or `options.deadline` passed. `cause` is the signal's reason. A request that writes
 * and was under way at that moment is in `checkpoint.unknown`.
 */
export class AbortedError extends WorkflowError {
  override readonly name = "AbortedError";
  readonly code = "aborted";

  constructor(place: ErrorPlace, options: { cause: unknown }) {
    super(place, `aborted: ${describe(options.cause)}`, options);
  }
}

/** There are no usable credentials: none are set, one is missing, or there is no token to be had for them. */
export class CredentialsError extends WorkflowError {
  override readonly name = "CredentialsError";
  readonly code = "credentials";
}

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

/**
 * An answer came but cannot be used: it is not the JSON it should be, it is empty, or it is too large. A 2xx to a request
 * that writes stays in the checkpoint, if it came as a whole: a run that resumes ends in this error again, and sends the
 * request again only once the answer is taken out of `checkpoint.answers`.
 */
export class InvalidAnswerError extends WorkflowError {
  override readonly name = "InvalidAnswerError";
  readonly code = "invalid-answer";
  /** The HTTP status. */
  readonly status: number;
  /** The start of the body, on one line. */
  readonly body: string;

  constructor(place: ErrorPlace, message: string, answer: { status: number; body: string }, options?: ErrorOptions) {
    const body = excerpt(answer.body);
    super(place, body === "" ? message : `${message}: ${body}`, options);
    this.status = answer.status;
    this.body = body;
  }
}

/** An input or an option cannot be used. Thrown before the request in question is sent. */
export class InvalidInputError extends WorkflowError {
  override readonly name = "InvalidInputError";
  readonly code = "invalid-input";
}

/** A step succeeded, but its answer lacks a value that a later step or the result needs. */
export class MissingOutputError extends WorkflowError {
  override readonly name = "MissingOutputError";
  readonly code = "missing-output";
  /** The expression that found nothing, as in the Arazzo document. */
  readonly expression: string;

  constructor(place: ErrorPlace, expression: string) {
    super(place, `the answer has nothing at ${expression}`);
    this.expression = expression;
  }
}

/** A polled step did not come to its end in time. A run that resumes polls anew. */
export class PollDeadlineError extends WorkflowError {
  override readonly name = "PollDeadlineError";
  readonly code = "poll-deadline";
  /** How often was asked. */
  readonly attempts: number;
  /** In milliseconds. */
  readonly deadline: number;
  /** What the workflow would have returned by then, such as the last status seen. */
  readonly outputs: Record<string, unknown>;

  constructor(place: ErrorPlace, attempts: number, deadline: number, outputs: Record<string, unknown>) {
    super(place, `not at its end after ${deadline} ms and ${attempts} requests; see \`outputs\` for what is known`);
    this.attempts = attempts;
    this.deadline = deadline;
    this.outputs = outputs;
  }
}

/** A JSONPath query would have to look at too many values, or at one that is nested too deep. */
export class QueryLimitError extends WorkflowError {
  override readonly name = "QueryLimitError";
  readonly code = "query-limit";
  readonly query: string;
  /** How many values it may look at; each counts as often as it is looked at. */
  readonly limit: number;

  constructor(place: ErrorPlace, query: string, limit: number, options: { cause: unknown }) {
    super(place, `the query ${excerpt(query)} cannot be run to its end: ${describe(options.cause)}`, options);
    this.query = query;
    this.limit = limit;
  }
}

/** What is known of a failed step. */
export interface StepFailure {
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** The HTTP status; `undefined` when no answer came. */
  readonly status?: number | undefined;
  /**
   * Whether the request took effect: `not-done`, `done` (a 2xx that fails the step's criteria), or `unknown` (a 5xx).
   * A POST or PATCH is sent again on resuming if it is `not-done`, and with `unknown` if `options.resend` names the step.
   * With `done` its answer stays in the checkpoint: a run that resumes ends in this error again, and sends the request
   * again only once the answer is taken out of `checkpoint.answers`.
   */
  readonly outcome: Outcome;
  /** The id that the server gave the request, for the support of the API. */
  readonly requestId?: string | undefined;
  /** The body of the refusal: the parsed JSON, or the text; `undefined` where none came. */
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

/**
 * A request that writes was sent and its answer was lost: it may have taken effect, or not. It is not sent again by
 * itself, and a run that resumes ends in this error again before it sends anything.
 *
 * Find out whether it took effect. If not, resume with `resend: [error.stepPath]`. If it did, move its id from
 * `checkpoint.unknown` to `checkpoint.answers`, with the answer that it must have had.
 * A PUT, a DELETE, and a request with an idempotency key is not in there: a run that resumes sends it again.
 */
export class UnknownOutcomeError extends WorkflowError {
  override readonly name = "UnknownOutcomeError";
  readonly code = "unknown-outcome";

  constructor(place: ErrorPlace, message: string, isRepeatable = false) {
    const step = place.stepPath ?? place.stepId;
    const ask = `find out whether it did, and if not, resume with resend: ["${step}"]`;
    super(place, `${message}; ${isRepeatable ? "a run that resumes sends it again" : ask}`);
  }
}
