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
   * As `sleep`, but resolves with `true` as soon as `wakeUp` comes, also if it came before, and else with `false`.
   * @default there is none: callbacks wake nobody, and steps are polled
   */
  wait?(id: string, ms: number, wakeUp: WakeUp, signal?: AbortSignal): Promise<boolean>;
  /** By what the handler of callbacks finds the run, of an engine: it is added to their URL, as `run`. */
  readonly mailbox?: string | undefined;
  /**
   * A signal that aborts after `ms` milliseconds, so that a deadline also ends what is no request and no wait, such as a
   * question for an input. An engine leaves it out: when it replays a run, the signal would come somewhere else.
   * @default none: a deadline counts after each answer and each wait
   */
  timeout?(ms: number): AbortSignal;
}

/** What a run waits for. */
export interface WakeUp {
  /** Such as `message-status SM…`. */
  readonly name: string;
  /** That of the options. */
  readonly wakeups: Wakeups | undefined;
}

/** By which runs hear of callbacks. */
export interface Wakeups {
  /**
   * Calls `wake` when the wake-up of a name comes, at once if it has come already, until what it returns is called. What
   * it costs to have missed one is time: the run looks by itself, later.
   */
  listen(name: string, wake: () => void): () => void;
}

/** Of runs that send nothing: time does not pass either. */
export const withoutWaiting: Runner = { request: (call, send) => send(call), sleep: async () => undefined };

/** The default: requests and timers of this process, kept nowhere. */
export const inProcess: Runner = {
  request: (call, send) => send(call),
  sleep: async (_id, ms, signal) => void (await waitHere(ms, undefined, signal)),
  wait: (_id, ms, wakeUp, signal) => waitHere(ms, wakeUp, signal),
  timeout: (ms) => AbortSignal.timeout(ms),
};

async function waitHere(ms: number, wakeUp: WakeUp | undefined, signal: AbortSignal | undefined): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
    stop = wakeUp?.wakeups?.listen(wakeUp.name, () => resolve(true));
  });
  try {
    return await abortable(over, signal);
  } finally {
    clearTimeout(timer);
    stop?.();
  }
}
