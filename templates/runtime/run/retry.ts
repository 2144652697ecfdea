import type { Received } from "../answers/response.js";
import { LONGEST_TIMER } from "../options/numbers.js";
import type { PassKeys } from "../journal/passes.js";
import type { Polling } from "./polling.js";
import { parseRetryAfter } from "../answers/retry-after.js";
import type { Session } from "./session.js";
import type { Attempt } from "./step.js";
import type { WorkflowError } from "../errors/workflow-error.js";

/** An action that tries a failed step once more. */
export interface RetryAction {
  name: string;
  /** How often it may be taken. */
  limit: number;
  /** How long it waits, in milliseconds. */
  after: number;
}

/** The tries of one step, from its first to its last. */
export interface Retry {
  /** Begins the next try: spread it into the options of its call, as with `run.step`. */
  attempt: Attempt;
  /**
   * Waits until the step may be tried once more: as long as the answer's `Retry-After` says, or else as the action does.
   * Is `false`, without a wait, when the action was taken as often as it may be, or when the answer asks to wait for
   * longer than `maxRetryAfter`.
   */
  again(failure: Received | WorkflowError | undefined, action: RetryAction): Promise<boolean>;
}

/** Begins to try a step, whose tries are requests of its poll if it is polled. */
export function startRetry(
  session: Session,
  ids: PassKeys | Polling,
  stepId: string,
  attempt: Retry["attempt"],
): Retry {
  const taken = new Map<string, number>();
  let failed = ids.upcoming(stepId);
  return {
    attempt,
    async again(failure, { name, limit, after }) {
      const count = (taken.get(name) ?? 0) + 1;
      if (count > limit) return false;
      const response = failure && "headers" in failure ? failure : undefined;
      const ms = retryDelay(response, session, after);
      if (ms === undefined) return false;
      taken.set(name, count);
      const next = ids.upcoming(stepId);
      // What may have taken effect must not do so again under another key; what was refused needs a new one.
      const isRefused = response !== undefined && response.status >= 300 && response.status < 500;
      if (!isRefused) session.journal.keepIdempotencyKey(failed, next);
      session.tell({ type: "retry", stepId, id: failed, attempt: count, status: response?.status, ms });
      failed = next;
      // A run that resumes behind the wait has waited already.
      if (session.journal.began(next)) return true;
      await session.goOn(stepId);
      await session.sleep(stepId, `${next}#wait`, ms);
      return true;
    },
  };
}

/**
 * How many milliseconds to wait before a step is tried once more; `undefined` if its answer asks for more than may be.
 */
function retryDelay(answer: Received | undefined, session: Session, after: number): number | undefined {
  const asked = parseRetryAfter(answer?.headers.get("retry-after"), session.clock.latest);
  if (asked !== undefined && asked > session.maxRetryAfter) return undefined;
  return Math.min(asked ?? after, LONGEST_TIMER);
}
