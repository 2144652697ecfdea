// Written by twilio-workflows with each run: what is changed here is lost.
import { PollDeadlineError } from "../errors/errors.js";
import type { PollOptions } from "../options/options.js";
import { parseRetryAfter } from "../answers/retry-after.js";
import type { Session } from "./session.js";
import type { Pass, StepInit, StepOptions } from "./step.js";

/** A step that is asked again and again until its answer is a final one. */
export interface Polling {
  /** Begins the next request: spread it into the options of its call, as with `run.step`. */
  attempt(options?: StepOptions): StepInit;
  /** The id of the next request. */
  upcoming(): string;
  /** Waits until the next request is due, or throws a `PollDeadlineError` with the outputs known by now. */
  wait(outputs: Record<string, unknown>): Promise<void>;
}

/** Begins to poll. What the caller of the workflow wants goes before `defaults`. */
export function startPolling(
  session: Session,
  { stepId, key }: Pass,
  begin: (pass: Pass) => StepInit,
  defaults: PollOptions,
): Polling {
  const first = (name: keyof PollOptions, otherwise: number): number =>
    session.poll[name] ?? defaults[name] ?? otherwise;
  const interval = first("interval", 2_000);
  const factor = first("factor", 1.5);
  const maxInterval = first("maxInterval", 30_000);
  const deadline = first("deadline", 300_000);
  const begun = session.clock.now;
  let attempt = 0;
  let pass: Pass = { stepId, key, id: key };
  const upcoming = (): string => (attempt === 0 ? key : `${key}/poll-${attempt + 1}`);
  return {
    upcoming,
    attempt(init) {
      pass = { ...init, stepId, key, id: upcoming() };
      attempt += 1;
      return begin(pass);
    },
    async wait(outputs) {
      const asked = parseRetryAfter(pass.answer?.headers["retry-after"], pass.answer?.at) ?? 0;
      const elapsed = session.clock.now - begun;
      if (elapsed >= deadline) throw new PollDeadlineError(session.place(stepId), attempt, deadline, outputs);
      // Times beyond all numbers an interval of 0 would be none.
      const grown = interval * Math.min(factor ** (attempt - 1), Number.MAX_VALUE);
      const wanted = Math.max(Math.min(grown, maxInterval), Math.min(asked, session.maxRetryAfter));
      const ms = Math.min(wanted, deadline - elapsed);
      session.tell({ type: "wait", stepId, id: pass.id, attempt, ms });
      await session.sleep(stepId, `${upcoming()}/wait`, ms);
    },
  };
}
