import { PollDeadlineError } from "../errors/errors.js";
import type { PollOptions } from "../options/options.js";
import { parseRetryAfter } from "../answers/retry-after.js";
import type { WakeUp } from "./runner.js";
import type { Session } from "./session.js";
import { wakeUpOf } from "./wake-ups.js";
import type { Attempt, Pass, StepInit, StepOptions } from "./step.js";

/** A step that is asked again and again until its answer is a final one. */
export interface Polling {
  /** Begins the next request: spread it into the options of its call, as with `run.step`. */
  attempt: Attempt;
  /** The id of the next request. */
  upcoming(): string;
  /**
   * Says which callback ends its waits: one of some kind about something, such as `message-status` and a SID. In a run that
   * takes callbacks it resolves once that has come or could have been missed; in any other, and in one that goes on from a
   * checkpoint, at once.
   */
  wokenBy(kind: string, about: string): Promise<void>;
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
  let wakeUp: WakeUp | undefined;
  /** The attempt that waits are counted from: the first, or the first after a callback. */
  let since = 1;
  let isCalm = false;
  const upcoming = (): string => (attempt === 0 ? key : `${key}/poll-${attempt + 1}`);
  const pause = async (asked: number, left: number): Promise<void> => {
    // Times beyond all numbers an interval of 0 would be none.
    const after = (attempts: number): number => Math.min(factor ** attempts, Number.MAX_VALUE);
    const grown = isCalm ? maxInterval * after(attempt) : Math.min(interval * after(attempt - since), maxInterval);
    const wanted = Math.max(grown, Math.min(asked, session.maxRetryAfter));
    const ms = Math.min(wanted, left);
    session.tell({ type: "wait", stepId, id: pass.id, attempt, ms });
    const isWoken = await session.sleep(stepId, `${upcoming()}/wait`, ms, wakeUp);
    if (!isWoken) return;
    since = attempt + 1;
    isCalm = false;
  };
  return {
    upcoming,
    attempt(init?: StepOptions): StepInit {
      pass = { ...init, stepId, key, id: upcoming() };
      attempt += 1;
      return begin(pass);
    },
    async wokenBy(kind, about) {
      if (wakeUp !== undefined) return;
      wakeUp = wakeUpOf(`${kind} ${about}`, session);
      if (wakeUp === undefined) return;
      isCalm = true;
      // It may have come while nobody listened.
      if (!session.journal.resumes) await pause(0, deadline);
    },
    async wait(outputs) {
      const asked = parseRetryAfter(pass.answer?.headers["retry-after"], pass.answer?.at) ?? 0;
      const elapsed = session.clock.now - begun;
      if (elapsed >= deadline) throw new PollDeadlineError(session.place(stepId), attempt, deadline, outputs);
      await pause(asked, deadline - elapsed);
    },
  };
}
