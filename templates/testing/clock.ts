import type { Runner } from "../runtime/index.js";

/** A clock that only the waits of runs move on. */
export interface InstantClock {
  /** For the options of a workflow: sends requests as ever, and does not wait. */
  readonly runner: Runner;
  /** All waits so far, in milliseconds, in their order: between requests of a poll, and before something is tried again. */
  readonly waits: readonly number[];
}

/**
 * Makes polls, waits and retries instant. Deadlines count as if the waits had been waited for, so that a poll which would
 * come to its deadline in five minutes comes to it at once.
 */
export function instantClock(): InstantClock {
  let skipped = 0;
  const waits: number[] = [];
  const runner: Runner = {
    async request(call, send) {
      const answer = await send(call);
      return { ...answer, at: (answer.at ?? Date.now()) + skipped };
    },
    async sleep(_id, ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      skipped += ms;
    },
  };
  return { runner, waits };
}
