import { type Answer, type Effect, type Failure, type Outcome } from "./call.js";
import { CredentialsError, InvalidAnswerError, StepFailedError, UnknownOutcomeError } from "../errors/errors.js";
import type { Profile } from "../client/profile.js";
import type { ErrorPlace, WorkflowError } from "../errors/workflow-error.js";
import type { ReadAnswer } from "../run/step.js";
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
export function requestOf({ requestId }: Asked): string {
  return requestId === undefined ? "" : `; request ${excerpt(requestId)}`;
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
  const what = `${asked.method} ${asked.url} ${came}${times}: ${excerpt(message)}${requestOf(asked)}`;
  if (reason === "too-large" || reason === "unreadable") return new InvalidAnswerError(place, what, answer);
  if (asked.outcome !== "not-done") {
    return new UnknownOutcomeError(place, `${what}; it may have taken effect`, effect !== "unsafe");
  }
  return new StepFailedError(place, what, { ...asked, status: answer.status || undefined });
}

/** The error for an answer that cannot be read; `what` says why. */
export function unusable(
  place: ErrorPlace,
  asked: Asked,
  answer: Answer,
  what: string,
  options?: ErrorOptions,
): InvalidAnswerError {
  const message = `${asked.method} ${asked.url} answered ${answer.status} with ${what}${requestOf(asked)}`;
  const { shown } = answer;
  // What the parser says of an answer repeats a part of it.
  return new InvalidAnswerError(place, message, { ...answer, ...shown }, shown ? undefined : options);
}

/**
 * The error for an answer that is not what the step needs.
 * @param expected What the answer should hold, in words
 * @param profile What is known of the API that answers, if anything is
 */
export function refused(
  place: ErrorPlace,
  asked: Asked,
  { response: { status, ok }, error }: ReadAnswer,
  expected: string | undefined,
  profile?: Profile,
): StepFailedError {
  const { code, message, detail, title } = fieldsOf(error);
  const words = [error, message, detail, title].find((text) => typeof text === "string");
  const more = profile?.explain(error);
  const parts = [
    `${asked.method} ${asked.url} answered ${status}`,
    status >= 300 && status < 400 && " (redirects are not followed)",
    words && `: ${excerpt(words)}`,
    (typeof code === "number" || typeof code === "string") && ` (code ${excerpt(String(code))})`,
    expected !== undefined ? `; expected: ${expected}` : ok && "; expected another status",
    asked.outcome === "unknown" && "; it may have taken effect",
    more?.moreInfo && `; see ${excerpt(more.moreInfo)}`,
    requestOf(asked),
  ];
  const what = parts.filter((part) => part).join("");
  return new StepFailedError(place, what, { ...asked, ...more, status, body: error });
}
