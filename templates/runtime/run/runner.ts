import { abortable } from "../client/abort.js";
import type { Answer, Call, Send } from "../answers/call.js";

/**
 * Where a workflow meets the outside world: each request and each wait goes through here. A durable engine implements
 * this to keep answers and timers by their id. An engine that sends requests in another process ignores `send` and
 * hands the call over there, to `createClient(…).send(call)`.
 *
 * What it throws reaches the workflow's caller as it is.
 */
export interface Runner {
  /**
   * The id of the run, of an engine that replays it: the same each time. Idempotency keys are made of it, instead of
   * being random. Checkpoints are then handed out after answers only: what is under way, the engine knows.
   */
  readonly runId?: string | undefined;
  /** Carries out one request, by calling `send`, and resolves with what came of it. */
  request(call: Call, send: Send): Promise<Answer>;
  /** Resolves after `ms` milliseconds, or rejects with the reason of `signal` when that aborts. */
  sleep(id: string, ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * A signal that aborts after `ms` milliseconds, so that a deadline also ends what is no request and no wait, such as a
   * question for an input. An engine leaves it out: when it replays a run, the signal would come somewhere else.
   * @default none: a deadline counts after each answer and each wait
   */
  timeout?(ms: number): AbortSignal;
}

/** The default: requests and timers of this process, kept nowhere. */
export const inProcess: Runner = {
  request: (call, send) => send(call),
  async sleep(_id, ms, signal) {
    let timer!: ReturnType<typeof setTimeout>;
    const slept = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    try {
      await abortable(slept, signal);
    } finally {
      clearTimeout(timer);
    }
  },
  timeout: (ms) => AbortSignal.timeout(ms),
};
