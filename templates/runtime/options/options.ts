import type { Checkpoint } from "../journal/checkpoint.js";
import type { SourceCredentials } from "../client/security.js";
import type { ApiClient, ClientOptions } from "./client-options.js";
import type { StepEvent } from "../run/events.js";
import type { Runner, Wakeups } from "../run/runner.js";

/**
 * What can be set for one run of a workflow that calls the sources of these names. All of it is optional. An option that
 * cannot be used, or that there is not, is an `InvalidInputError` before anything is sent; its `cause` is an
 * `InvalidOptionError`, which names it.
 */
export interface WorkflowOptions<
  Names extends string = string,
  C extends object = SourceCredentials<Names>,
> extends ClientOptions<Names, C> {
  /** A client to share between runs; the other options go before its own. @default one made of these options */
  client?: ApiClient | undefined;
  /** Aborts the run at once, with an `AbortedError`. */
  signal?: AbortSignal | undefined;
  /**
   * How long the whole run may take, in milliseconds; then it ends in an `AbortedError`. With a `runner` that has no
   * `timeout` it counts from the first request on, by what answers and waits say, and is checked after each of them.
   * @default no limit
   */
  deadline?: number | undefined;
  /**
   * How often a request is sent again at most. Sent again are: any request after a 429 or when no connection could be
   * made; requests that only read or have an idempotency key also after a 5xx, a lost connection or a timeout. In between is the time in
   * `Retry-After`, or else a random one that grows to 20 seconds at most; see `maxRetryAfter`. @default 3
   */
  retries?: number | undefined;
  /**
   * The longest time that an answer may ask to wait for by its `Retry-After` (seconds, or a date), in milliseconds. A
   * step whose answer asks for more fails: it is not sent again, nor does a `retry` action of the workflow do so. All
   * waits of one request between its `retries` must not be longer together either. A poll asks again after this time,
   * whatever its answer says. @default 120_000
   */
  maxRetryAfter?: number | undefined;
  /**
   * How many passes through steps a run may take, those of workflows that it calls included; then it ends in a
   * `StepLimitError`. All requests of a poll are one pass. @default 1_000
   */
  maxSteps?: number | undefined;
  /** How polled steps are polled. Goes before what the workflow says. */
  poll?: PollOptions | undefined;
  /**
   * Has steps that wait for something be woken when an API says by a callback that it has come, where the workflow knows
   * how: such a step is asked once the callback is there, and till then seldom, after `poll.maxInterval` and then waits that
   * grow by `poll.factor`. What a callback says decides nothing, and a run whose callback is lost ends as any other.
   * @default none: steps are polled
   */
  callbacks?: CallbackOptions | undefined;
  /**
   * The `checkpoint` of an error, or one that `onCheckpoint` was given: the run goes on from there, and sends nothing
   * that is finished already. With `null`, or an object without fields, it begins anew. Anything that is no checkpoint
   * of this workflow, with these inputs and for this account, is refused with an `InvalidInputError`; inputs that are
   * given later may be others.
   *
   * Two runs that resume one checkpoint at a time both send what comes next. Where that can happen, let `onCheckpoint`
   * write with a compare-and-set, and throw if the stored checkpoint is no longer the one that this run knows of: the
   * run ends before it sends. `examples/resume-from-a-store.ts` shows it.
   * @default null
   */
  resume?: Checkpoint | Record<string, never> | null | undefined;
  /**
   * On resuming, the steps (the `stepPath` of the error) to send again though they may have taken effect already.
   * Without it such a checkpoint ends in an `UnknownOutcomeError` before anything is sent.
   */
  resend?: readonly string[] | undefined;
  /**
   * Is given a checkpoint to keep before each request that must not be sent twice (which it has in `unknown` then), and
   * whenever there is more to go on from, so that a process that ends at any moment can be taken up again from the latest
   * one. The run waits until it is kept; if that fails, it ends in an `AbortedError`. It is called again only once it is
   * done.
   *
   * The 2xx to a request that writes is in it at once, every other answer only once the run has gone on past it: what was
   * read is read again until then, and what was refused is sent again. So the checkpoint of an error is kept before the
   * error is thrown; if that fails or takes more than 10 seconds, the error says so in `notKept`.
   */
  onCheckpoint?: ((checkpoint: Checkpoint) => unknown) | undefined;
  /** Carries out requests and waits, for durable execution and for tests. @default inProcess */
  runner?: Runner | undefined;
  /** Is told of all that happens, synchronously. What it throws is dropped. */
  onStep?: ((event: StepEvent) => unknown) | undefined;
}

/** Those of a run of any workflow. */
export type AnyOptions = WorkflowOptions<string, object>;

/** The options of a run, with the client that is made of them. */
export type RunOptions = AnyOptions & { client: ApiClient };

/** Where callbacks for a run arrive, and how it hears of them. */
export interface CallbackOptions {
  /** Where APIs are to send them, an absolute URL: it goes along with requests that are given no other one. */
  url: string;
  /**
   * What the handler of that URL wakes runs by, in this process or in others.
   * @default that of a `runner` which has one of its own, as engines have
   */
  wakeups?: Wakeups | undefined;
}

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
