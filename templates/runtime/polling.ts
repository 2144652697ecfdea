import { checkNumbers } from "./numbers.js";
import type { StepInit, StepOptions } from "./step.js";

/** How a step is polled. Times are in milliseconds. */
export interface PollOptions {
  /** The wait after the first request. @default 2_000 */
  interval?: number | undefined;
  /** How many times as long each wait is as the one before; at least 1. @default 1.5 */
  factor?: number | undefined;
  /** The longest wait. @default 30_000 */
  maxInterval?: number | undefined;
  /** When to give up; one last request is made right then. @default 300_000 */
  deadline?: number | undefined;
}

/** A step that is asked again and again until its answer is a final one. */
export interface Polling {
  /** Begins the next request: spread it into the options of its call, as with `run.step`. */
  attempt(options?: StepOptions): StepInit;
  /** Waits until the next request is due, or throws a `PollDeadlineError` with the outputs known by now. */
  wait(outputs: Record<string, unknown>): Promise<void>;
}

/** What a poll needs of its run; `attempt` counts its requests. */
export interface PollHost {
  begin(attempt: number, options: StepOptions | undefined): StepInit;
  sleep(attempt: number, ms: number): Promise<void>;
  expired(attempt: number, deadline: number, outputs: Record<string, unknown>): Error;
}

/** Of the options the first that is given counts. */
export function startPolling(host: PollHost, ...options: readonly PollOptions[]): Polling {
  const first = (name: keyof PollOptions, otherwise: number): number =>
    options.map((some) => some[name]).find((value) => value !== undefined) ?? otherwise;
  const interval = first("interval", 2_000);
  const factor = first("factor", 1.5);
  const maxInterval = first("maxInterval", 30_000);
  const deadline = first("deadline", 300_000);
  checkNumbers({ interval, maxInterval, deadline });
  if (!(factor >= 1)) throw new TypeError(`option factor must be at least 1, not ${factor}`);
  const begun = Date.now();
  let slept = 0;
  let attempt = 0;
  return {
    attempt(init) {
      attempt += 1;
      return host.begin(attempt, init);
    },
    async wait(outputs) {
      // A durable engine may replay its sleeps in no time, and requests take time beside the sleeps.
      const elapsed = Math.max(slept, Date.now() - begun);
      if (elapsed >= deadline) throw host.expired(attempt, deadline, outputs);
      const ms = Math.min(interval * factor ** (attempt - 1), maxInterval, deadline - elapsed);
      await host.sleep(attempt, ms);
      slept += ms;
    },
  };
}
