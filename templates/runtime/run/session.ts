import { abortable, anySignal } from "../client/abort.js";
import type { Answer, Call } from "../answers/call.js";
import type { ApiClient } from "../options/client-options.js";
import { AbortedError, StepLimitError } from "../errors/errors.js";
import { faultOf } from "../errors/fault.js";
import { publish, type StepEvent } from "./events.js";
import type { Journal } from "../journal/journal.js";
import { Keeper } from "../journal/keeper.js";
import { checkNames } from "../options/names.js";
import type { CallbackOptions, PollOptions, RunOptions } from "../options/options.js";
import { PassKeys, stepPathOf } from "../journal/passes.js";
import { type Outer, outermost } from "./outer.js";
import type { Clock } from "./clock.js";
import { inProcess, type Runner, type WakeUp } from "./runner.js";
import { waitBy } from "./wake-ups.js";
import { WorkflowError, type ErrorPlace } from "../errors/workflow-error.js";

/** How the workflow that is called with these options, by a step of another one, gets its session. */
export const insides: WeakMap<object, (workflowId: string) => Session> = new WeakMap();

/** All that one run has to do with the world outside. */
export class Session {
  readonly workflowId: string;
  /** Where it stands, and the keys of its passes. */
  outer: Outer;
  keys: PassKeys;
  readonly journal: Journal;
  readonly client: ApiClient;
  readonly poll: PollOptions;
  readonly maxRetryAfter: number;
  readonly retries: number;
  readonly clock: Clock;
  readonly runner: Runner;
  readonly callbacks: CallbackOptions | undefined;
  readonly #options: RunOptions;
  readonly #signal: AbortSignal | undefined;
  readonly #until: number;

  constructor(workflowId: string, journal: Journal, options: RunOptions, outer?: Outer) {
    const { client, deadline, maxSteps = 1_000, onCheckpoint, runner = inProcess, signal } = options;
    this.maxRetryAfter = options.maxRetryAfter ?? 120_000;
    this.retries = options.retries ?? 3;
    this.workflowId = workflowId;
    this.journal = journal;
    this.client = client;
    this.poll = options.poll ?? {};
    this.callbacks = options.callbacks;
    this.#options = options;
    this.runner = runner;
    const timeout = deadline === undefined ? undefined : runner.timeout?.(deadline);
    this.#signal = anySignal(signal, timeout);
    const keeper = onCheckpoint && new Keeper(onCheckpoint, journal.checkpoint());
    const { held, ...shared } = outer ?? outermost(maxSteps, keeper);
    this.clock = shared.clock;
    this.#until = Math.min(shared.until, this.clock.now + (deadline ?? Infinity));
    this.outer = { ...shared, until: this.#until, held: [...held, signal, timeout] };
    this.keys = new PassKeys(shared.prefix, shared.element);
  }

  /** The session of a part of this run, such as a workflow that a step calls: all is shared but what `outer` says. */
  part(outer: Outer, workflowId: string = this.workflowId, deadline?: number): Session {
    const { onStep, poll, callbacks, retries, maxRetryAfter, runner } = this.#options;
    const limits = { poll, callbacks, retries, maxRetryAfter };
    const shared = { client: this.client, signal: this.#signal, onStep, runner, ...limits };
    return new Session(workflowId, this.journal, { ...shared, deadline }, outer);
  }

  /** Whether the run is to end now. */
  get aborted(): boolean {
    return this.#signal?.aborted === true || this.left <= 0;
  }

  /** How many milliseconds there are until the deadline. */
  get left(): number {
    return this.#until - this.clock.now;
  }

  /** Counts a pass through a step. */
  count(stepId: string): void {
    const { budget, prefix, servers } = this.outer;
    // By now all of them are known.
    if (prefix === "" && budget.left === budget.limit) {
      this.checked(undefined, () => checkNames(this.#options, servers, this.client.profile));
    }
    if (budget.left <= 0) throw new StepLimitError(this.place(stepId), budget.limit);
    budget.left -= 1;
  }

  /** Where an error stands, with a checkpoint of this moment. */
  place(stepId?: string): ErrorPlace {
    const { prefix, element } = this.outer;
    const stepPath = stepId === undefined ? undefined : stepPathOf(prefix) + stepId + element;
    return { workflowId: this.workflowId, stepId, stepPath, element, checkpoint: this.journal.checkpoint() };
  }

  /** Does what fails only for bad input. */
  checked<T>(stepId: string | undefined, work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw faultOf(this.place(stepId), cause);
    }
  }

  /** Waits, but not past the deadline. Resolves with whether a wake-up ended it early. */
  async sleep(stepId: string, id: string, ms: number, wakeUp?: WakeUp): Promise<boolean> {
    const begun = this.clock.now;
    const within = { id, ms: Math.min(ms, this.left), wakeUp, signal: anySignal(this.#signal, this.outer.stop) };
    const isWoken = await this.abortable(stepId, () => waitBy(this.runner, within));
    // An engine may replay it in no time, and others may have waited beside it.
    if (!isWoken) this.clock.now = Math.max(this.clock.now, begun + within.ms);
    await this.inTime(stepId);
    return isWoken;
  }

  /** Throws an `AbortedError` if the run is to end now. */
  inTime(stepId: string): Promise<void> {
    return this.abortable(stepId, async () => undefined);
  }

  /** Tells of an event, once. */
  tell(about: Omit<StepEvent, "workflowId">): void {
    if (!this.clock.replaying) publish({ workflowId: this.workflowId, ...about }, this.#options.onStep);
  }

  /** Goes on past all answers that came: keeps that they stay. The parameters are those of `keep`. */
  async goOn(stepId: string, doubtful?: string): Promise<void> {
    const { lane, stop } = this.outer;
    if (stop?.aborted) throw stop.reason;
    this.journal.goOn(lane);
    if (doubtful !== undefined) this.journal.intend(doubtful);
    if (this.runner.runId === undefined) await this.keep(stepId, doubtful);
  }

  /**
   * Hands out a checkpoint if the store has another one, and resolves once it is kept.
   * @param doubtful The key of a request that may have taken effect by the time when the checkpoint is needed
   */
  async keep(stepId: string, doubtful?: string): Promise<void> {
    const { keeper } = this.outer;
    if (!keeper || this.clock.replaying) return;
    const checkpoint = this.journal.checkpoint(true);
    try {
      // Of two runs that go on from one checkpoint, a store can refuse this one only if it is given something.
      await this.#untilAborted(() => keeper.keep(checkpoint, doubtful !== undefined));
    } catch (error) {
      const cause = this.aborted ? this.#reason() : error;
      throw await this.ended(new AbortedError(this.place(stepId), { cause }));
    }
  }

  /** An error that is to be thrown, once its checkpoint is kept, or else it says that it is not. */
  async ended(error: unknown): Promise<unknown> {
    // That of an error of the runner's own has been kept before its request.
    const isOwn = error instanceof WorkflowError && error.notKept === undefined;
    // What runs beside a part of a run goes on, so that this is not the last checkpoint yet.
    const isLast = isOwn && !this.clock.replaying && this.outer.lane === "";
    if (isLast) await this.outer.keeper?.keepLast(error);
    return error;
  }

  /** While it is under way, a request that must not be sent twice is in doubt; while it waits for its turn, it is not. */
  async request(key: string, call: Call, start: () => void): Promise<Answer> {
    const { client, journal } = this;
    const doubted = journal.isInDoubt(key);
    const doubt = (): void => void (call.effect === "unsafe" && journal.doubt(key));
    const answer = await this.abortable(call.stepId, () => {
      // An engine may send it by means of its own.
      doubt();
      return this.runner.request(call, (sent, signal) => {
        if (!doubted) journal.forget(key);
        start();
        return client.send(sent, anySignal(this.#signal, signal), doubt, this.outer.stream);
      });
    });
    journal.forget(key);
    return answer;
  }

  /** Does what the run does not wait for once it is aborted. */
  async abortable<T>(stepId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#untilAborted(work);
    } catch (error) {
      throw await this.ended(this.aborted ? new AbortedError(this.place(stepId), { cause: this.#reason() }) : error);
    }
  }

  async #untilAborted<T>(work: () => Promise<T>): Promise<T> {
    if (this.aborted) throw this.#reason();
    return abortable(work(), this.#signal);
  }

  /** Why the run is to end now. */
  #reason(): unknown {
    if (this.#signal?.aborted) return this.#signal.reason;
    return Object.assign(new Error("its time is over"), { name: "TimeoutError" });
  }
}
