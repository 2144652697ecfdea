import { abortable, anySignal } from "../client/abort.js";
import { resendDelay } from "../answers/backoff.js";
import { type Answer, type Call, idOf } from "../answers/call.js";
import { createTwilio } from "../client/client.js";
import type { TwilioClient } from "../options/client-options.js";
import { AbortedError, InvalidInputError, StepLimitError } from "../errors/errors.js";
import { publish, type StepEvent } from "./events.js";
import type { Journal } from "../journal/journal.js";
import { Keeper } from "../journal/keeper.js";
import type { PollOptions, WorkflowOptions } from "../options/options.js";
import { PassKeys, stepPathOf } from "../journal/passes.js";
import { type Outer, outermost } from "./outer.js";
import { inProcess, type Runner } from "./runner.js";
import { describe, withoutQuery } from "../errors/text.js";
import { WorkflowError, type ErrorPlace } from "../errors/workflow-error.js";

/** How the workflow that is called with these options, by a step of another one, gets its session. */
export const insides: WeakMap<object, (workflowId: string) => Session> = new WeakMap();

/** All that one run has to do with the world outside. */
export class Session {
  readonly workflowId: string;
  readonly journal: Journal;
  readonly client: TwilioClient;
  readonly keys: PassKeys;
  readonly servers: Set<string>;
  readonly poll: PollOptions;
  readonly maxRetryAfter: number;
  readonly #options: WorkflowOptions<object>;
  readonly #runner: Runner;
  readonly #signal: AbortSignal | undefined;
  readonly #outer: Outer;

  constructor(workflowId: string, journal: Journal, options: WorkflowOptions<object>, outer?: Outer) {
    const { client, deadline, maxSteps = 1_000, onCheckpoint, runner = inProcess, signal } = options;
    this.maxRetryAfter = options.maxRetryAfter ?? 120_000;
    this.workflowId = workflowId;
    this.journal = journal;
    this.client = client ? client.with(options) : createTwilio(options);
    this.poll = options.poll ?? {};
    this.#options = options;
    this.#runner = runner;
    const timeout = deadline === undefined ? undefined : AbortSignal.timeout(deadline);
    this.#signal = anySignal(signal, timeout);
    const keeper = onCheckpoint && new Keeper(onCheckpoint, journal.checkpoint());
    const { held, ...shared } = outer ?? outermost(maxSteps, keeper);
    this.#outer = { ...shared, held: [...held, signal, timeout] };
    this.servers = shared.servers;
    this.keys = new PassKeys(shared.prefix);
  }

  /** The session of a workflow that a pass through a step of this one calls: all is shared but the ids. */
  inside(workflowId: string, key: string, timeout: number | undefined): Session {
    const { onStep, poll, retries, maxRetryAfter, runner } = this.#options;
    const shared = { client: this.client, signal: this.#signal, onStep, poll, retries, maxRetryAfter, runner };
    const outer = { ...this.#outer, prefix: `${key}/` };
    return new Session(workflowId, this.journal, { ...shared, deadline: timeout }, outer);
  }

  /** Whether a step of another workflow called this one. */
  get isInside(): boolean {
    return this.#outer.prefix !== "";
  }

  /** Whether the run is to end now. */
  get aborted(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** Counts a pass through a step. */
  count(stepId: string): void {
    const { budget } = this.#outer;
    if (budget.left <= 0) throw new StepLimitError(this.place(stepId), budget.limit);
    budget.left -= 1;
  }

  /** Where an error stands, with a checkpoint of this moment. */
  place(stepId?: string): ErrorPlace {
    const stepPath = stepId === undefined ? undefined : stepPathOf(this.#outer.prefix) + stepId;
    return { workflowId: this.workflowId, stepId, stepPath, checkpoint: this.journal.checkpoint() };
  }

  /** Does what fails only for bad input. */
  checked<T>(stepId: string | undefined, work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw new InvalidInputError(this.place(stepId), describe(cause), { cause });
    }
  }

  /** The answer in the journal, or else one that stands: the request is sent again where that is allowed. */
  async exchange(key: string, call: Call): Promise<{ answer: Answer; attempts: number }> {
    const { stepId, method } = call;
    const { retries = 3 } = this.#options;
    const url = this.checked(stepId, () => withoutQuery(this.client.locate(call.url, call)));
    const about = { stepId, method, url };
    // A later request of a poll: what was answered before would be what it is told again.
    if (call.id !== key) this.journal.forget(key);
    const known = this.journal.find(key);
    if (known) {
      this.tell({ ...about, type: "end", id: call.id, attempt: 0, status: known.status });
      return { answer: known, attempts: 0 };
    }
    // Kept before it can be true, since whoever keeps checkpoints may end while the request is under way.
    await this.goOn(stepId, call.effect === "unsafe" ? key : undefined);
    const begun = Date.now();
    let waited = 0;
    let attempt = 1;
    let status: number | undefined;
    this.tell({ ...about, type: "start", id: call.id, attempt });
    try {
      for (; ; attempt++) {
        const id = attempt === 1 ? call.id : `${call.id}/try-${attempt}`;
        const sent = Date.now();
        status = undefined;
        const answer = await this.#request(key, { ...call, id });
        status = answer.status;
        this.tell({ ...about, type: "attempt", id, attempt, status, requestId: idOf(answer), ms: Date.now() - sent });
        const ms = attempt > retries ? undefined : resendDelay(answer, call.effect, attempt);
        if (ms === undefined || waited + ms > this.maxRetryAfter) return { answer, attempts: attempt };
        this.tell({ ...about, type: "retry", id, attempt, status, ms });
        await this.sleep(stepId, `${call.id}/try-${attempt + 1}/wait`, ms);
        waited += ms;
      }
    } finally {
      this.tell({ ...about, type: "end", id: call.id, attempt, status, ms: Date.now() - begun });
    }
  }

  sleep(stepId: string, id: string, ms: number): Promise<void> {
    return this.abortable(stepId, () => this.#runner.sleep(id, ms, this.#signal));
  }

  tell(about: Omit<StepEvent, "workflowId">): void {
    publish({ workflowId: this.workflowId, ...about }, this.#options.onStep);
  }

  /** Goes on past all answers that came: keeps that they stay. The parameters are those of `keep`. */
  goOn(stepId: string, doubtful?: string): Promise<void> {
    this.journal.goOn();
    return this.keep(stepId, doubtful);
  }

  /**
   * Hands out a checkpoint if the store has another one, and resolves once it is kept.
   * @param doubtful The key of a request that may have taken effect by the time when the checkpoint is needed
   */
  async keep(stepId: string, doubtful?: string): Promise<void> {
    const { keeper } = this.#outer;
    if (!keeper) return;
    const checkpoint = this.journal.checkpoint(doubtful);
    try {
      // Of two runs that go on from one checkpoint, a store can refuse this one only if it is given something.
      await this.#untilAborted(() => keeper.keep(checkpoint, doubtful !== undefined));
    } catch (error) {
      const cause: unknown = this.aborted ? this.#signal?.reason : error;
      throw await this.ended(new AbortedError(this.place(stepId), { cause }));
    }
  }

  /** An error that is to be thrown, once its checkpoint is kept, or else it says that it is not. */
  async ended(error: unknown): Promise<unknown> {
    // That of an error of the runner's own has been kept before its request.
    if (error instanceof WorkflowError && error.notKept === undefined) await this.#outer.keeper?.keepLast(error);
    return error;
  }

  /** While it is under way, a request that must not be sent twice is in doubt; while it waits for its turn, it is not. */
  async #request(key: string, call: Call): Promise<Answer> {
    const { client, journal } = this;
    const doubted = journal.isInDoubt(key);
    const doubt = (): void => void (call.effect === "unsafe" && journal.doubt(key));
    const answer = await this.abortable(call.stepId, () => {
      // An engine may send it by means of its own.
      doubt();
      return this.#runner.request(call, (sent, signal) => {
        if (!doubted) journal.forget(key);
        return client.send(sent, anySignal(this.#signal, signal), doubt);
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
      const signal = this.#signal;
      throw await this.ended(signal?.aborted ? new AbortedError(this.place(stepId), { cause: signal.reason }) : error);
    }
  }

  async #untilAborted<T>(work: () => Promise<T>): Promise<T> {
    this.#signal?.throwIfAborted();
    return abortable(work(), this.#signal);
  }
}
