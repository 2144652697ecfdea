// Written by twilio-workflows: change the documents and generate again.
import { MissingOutputError, QueryLimitError } from "../errors/errors.js";
import type { ErrorPlace } from "../errors/workflow-error.js";
import type { Session } from "./session.js";
import type { Pass } from "./step.js";

/** The error for an answer that lacks what is needed of it. */
export function missingOutput(session: Session, stepId: string, pass: Pass | undefined, expression: string): Error {
  return new MissingOutputError(placeToReadAgain(session, stepId, pass), expression);
}

/** The error for a query that does too much; what it looks through is most likely what came last. */
export function tooMuchWork(
  session: Session,
  pass: Pass | undefined,
  query: string,
  limit: number,
  cause: unknown,
): Error {
  return new QueryLimitError(placeToReadAgain(session, pass?.stepId, pass), query, limit, { cause });
}

/** What was read can be read again on resuming; what was written must not be written again, so its answer stays. */
function placeToReadAgain(session: Session, stepId: string | undefined, pass: Pass | undefined): ErrorPlace {
  if (pass?.answer && pass.call?.effect === "safe") session.journal.dismiss(pass.key, pass.answer, false);
  return session.place(stepId);
}
