// Written by twilio-workflows with each run: what is changed here is lost.
import { type Answer, type Effect, type Failure, idOf, type Outcome } from "./call.js";
import { CredentialsError, InvalidAnswerError, StepFailedError, UnknownOutcomeError } from "../errors/errors.js";
import type { ErrorPlace, WorkflowError } from "../errors/workflow-error.js";
import type { StepResult } from "../run/step.js";
import { excerpt, fieldsOf } from "../errors/text.js";

/** A request as errors name it. The URL is without its query, which may hold what no log should. */
export interface Asked {
  method: string;
  url: string;
  outcome: Outcome;
  /** That of the answer. */
  requestId: string | undefined;
}

/** Which request it was, as the end of a message. */
export function requestOf(answer: Answer): string {
  const id = idOf(answer);
  return id === undefined ? "" : `; request ${excerpt(id)}`;
}

/** What came of a request without a whole answer. */
export interface Unanswered {
  answer: Answer;
  failure: Failure;
  attempts: number;
  effect: Effect;
}

/** The error for a request without a whole answer. */
export function unanswered(
  place: ErrorPlace,
  asked: Asked,
  { answer, failure: { reason, message }, attempts, effect }: Unanswered,
): WorkflowError {
  if (reason === "credentials") return new CredentialsError(place, message);
  const came = answer.status === 0 ? "got no answer" : `answered ${answer.status}, but no more`;
  const times = attempts > 1 ? ` (${attempts} attempts)` : "";
  const what = `${asked.method} ${asked.url} ${came}${times}: ${excerpt(message)}${requestOf(answer)}`;
  if (reason === "too-large") return new InvalidAnswerError(place, what, answer);
  if (asked.outcome !== "not-done") {
    return new UnknownOutcomeError(place, `${what}; it may have taken effect`, effect !== "unsafe");
  }
  return new StepFailedError(place, what, { ...asked, status: answer.status || undefined });
}

/** The error for an answer that cannot be read; `what` says why. */
export function unusable(
  place: ErrorPlace,
  { method, url }: Asked,
  answer: Answer,
  what: string,
  options?: ErrorOptions,
): InvalidAnswerError {
  const message = `${method} ${url} answered ${answer.status} with ${what}${requestOf(answer)}`;
  const { shown } = answer;
  // What the parser says of an answer repeats a part of it.
  return new InvalidAnswerError(place, message, { ...answer, ...shown }, shown ? undefined : options);
}

/** The error for an answer that is not what the step needs. */
export function refused(
  place: ErrorPlace,
  asked: Asked,
  { response, error }: StepResult,
  criterion: string | undefined,
): StepFailedError {
  const { status } = response;
  // Both of Twilio's error bodies: `{ code, message, more_info }`, and RFC 9457 with `title`, `detail` and `type`.
  const { code, message, detail, title, more_info: page, type } = fieldsOf(error);
  const twilioCode = typeof code === "number" ? code : undefined;
  const twilioMessage = [message, detail, title].find((text) => typeof text === "string");
  const words = typeof error === "string" ? error : twilioMessage;
  const moreInfo = [page, type].find((text) => typeof text === "string");
  const parts = [
    `${asked.method} ${asked.url} answered ${status}`,
    status >= 300 && status < 400 && " (redirects are not followed)",
    words && `: ${excerpt(words)}`,
    twilioCode !== undefined && ` (Twilio code ${twilioCode})`,
    criterion !== undefined ? `; wanted ${criterion}` : response.ok && "; wanted another status",
    asked.outcome === "unknown" && "; it may have taken effect",
    moreInfo && `; see ${excerpt(moreInfo)}`,
    asked.requestId && `; request ${excerpt(asked.requestId)}`,
  ];
  const what = parts.filter((part) => part).join("");
  const failure = { ...asked, status, twilioCode, twilioMessage, moreInfo, body: error };
  return new StepFailedError(place, what, failure);
}
