import { type Answer, type Call, idOf, outcomeOf } from "../answers/call.js";
import { type Asked, unusable } from "../answers/failures.js";
import type { InvalidAnswerError } from "../errors/errors.js";
import { withoutQuery } from "../errors/text.js";
import type { Session } from "./session.js";

/** A request and what came of it, as errors name them. */
export function askedOf({ client }: Session, call: Call, answer: Answer): Asked {
  const { effect, method, url } = call;
  const requestId = idOf(answer, client.profile);
  return { method, url: withoutQuery(client.locate(url, call)), outcome: outcomeOf(effect, answer), requestId };
}

/** The error for an answer that cannot be read; `what` says why. */
export function unusableAnswer(
  session: Session,
  call: Call,
  answer: Answer,
  what: string,
  options?: ErrorOptions,
): InvalidAnswerError {
  return unusable(session.place(call.stepId), askedOf(session, call, answer), answer, what, options);
}
