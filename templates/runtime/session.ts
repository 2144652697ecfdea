import { abortable, anySignal } from "./abort.js";
import { retryDelay } from "./backoff.js";
import type { Answer, Call } from "./call.js";
import { createTwilio, type TwilioClient } from "./client.js";
import { AbortedError, InvalidInputError, StepLimitError } from "./errors/index.js";
import type { ErrorPlace } from "./errors/workflow-error.js";
import type { StepEvent } from "./events.js";
import type { Journal } from "./journal.js";
import { checkNumbers } from "./numbers.js";
import type { WorkflowOptions } from "./options.js";
import { stepPathOf, type StepBudget } from "./passes.js";
import { inProcess, type Runner } from "./runner.js";
import { describe } from "./text.js";

/** No request waits longer than this to be sent again, in milliseconds and in all. */
const LONGEST_WAIT = 120_000;

/** What a session shares with the one around it. */
interface Outer {
  readonly prefix: string;
  readonly budget: StepBudget;
}

/** All that one run has to do with the world outside. */
export class Session {
  readonly workflowId: string;
  readonly journal: Journal;
  readonly client: TwilioClient;
  readonly #retries: number;
  readonly #runner: Runner;
  readonly #signal: AbortSignal | undefined;
  readonly #onStep: WorkflowOptions["onStep"];
  readonly #budget: StepBudget;
  /** What the keys of all passes begin with. */
  readonly prefix: string;

  constructor(workflowId: string, journal: Journal, options: WorkflowOptions, outer?: Outer) {
    const { client, deadline, maxSteps = 1_000, onStep, retries = 3, runner = inProcess, signal } = options;
    checkNumbers({ deadline, maxSteps, retries });
    this.workflowId = workflowId;
    this.journal = journal;
    this.client = client ? client.with(options) : createTwilio(options);
    this.#retries = retries;
    this.#runner = runner;
    this.#signal = anySignal(signal, deadline === undefined ? undefined : AbortSignal.timeout(deadline));
    this.#onStep = onStep;
    this.#budget = outer?.budget ?? { left: maxSteps, limit: maxSteps };
    this.prefix = outer?.prefix ?? "";
  }

  /** The session of a workflow that a pass through a step of this one calls: all is shared but the ids. */
  inside(workflowId: string, key: string, timeout: number | undefined): Session {
    const { client, journal } = this;
    const options = { client, signal: this.#signal, deadline: timeout, retries: this.#retries, runner: this.#runner };
    const outer = { prefix: `${key}/`, budget: this.#budget };
    return new Session(workflowId, journal, { ...options, onStep: this.#onStep }, outer);
  }

  /** Whether the run is to end now. */
  get aborted(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** Counts a pass through a step. */
  count(stepId: string): void {
    if (this.#budget.left <= 0) throw new StepLimitError(this.place(stepId), this.#budget.limit);
    this.#budget.left -= 1;
  }

  /** Where an error stands, with a checkpoint of this moment. */
  place(stepId?: string): ErrorPlace {
    const stepPath = stepId === undefined ? undefined : stepPathOf(this.prefix) + stepId;
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
    const { stepId } = call;
    const known = this.journal.find(key);
    if (known) {
      this.tell({ type: "end", stepId, id: call.id, attempt: 0, status: known.status });
      return { answer: known, attempts: 0 };
    }
    const begun = Date.now();
    let waited = 0;
    this.tell({ type: "start", stepId, id: call.id, attempt: 1 });
    for (let attempt = 1; ; attempt++) {
      const id = attempt === 1 ? call.id : `${call.id}/try-${attempt}`;
      const sent = Date.now();
      const answer = await this.#request(key, { ...call, id });
      const { status } = answer;
      this.tell({ type: "attempt", stepId, id, attempt, status, ms: Date.now() - sent });
      const ms = attempt > this.#retries ? undefined : retryDelay(answer, call.effect, attempt);
      if (ms === undefined || waited + ms > LONGEST_WAIT) {
        this.tell({ type: "end", stepId, id: call.id, attempt, status, ms: Date.now() - begun });
        return { answer, attempts: attempt };
      }
      this.tell({ type: "retry", stepId, id, attempt, status, ms });
      await this.sleep(stepId, `${call.id}/try-${attempt + 1}/wait`, ms);
      waited += ms;
    }
  }

  sleep(stepId: string, id: string, ms: number): Promise<void> {
    return this.abortable(stepId, () => this.#runner.sleep(id, ms, this.#signal));
  }

  /** Watching must not change what is watched: what the listener throws, or rejects with, is dropped. */
  tell(event: Omit<StepEvent, "workflowId">): void {
    const told = async (): Promise<unknown> => this.#onStep?.({ workflowId: this.workflowId, ...event });
    told().catch(() => undefined);
  }

  /** While it is under way, a request that must not be sent twice is in doubt. */
  async #request(key: string, call: Call): Promise<Answer> {
    const answer = await this.abortable(call.stepId, () => {
      if (call.effect === "unsafe") this.journal.doubt(key);
      return this.#runner.request(call, (sent, signal) => this.client.send(sent, anySignal(this.#signal, signal)));
    });
    this.journal.forget(key);
    return answer;
  }

  /** Does what the run does not wait for once it is aborted. */
  async abortable<T>(stepId: string, work: () => Promise<T>): Promise<T> {
    try {
      this.#signal?.throwIfAborted();
      return await abortable(work(), this.#signal);
    } catch (error) {
      if (!this.#signal?.aborted) throw error;
      throw new AbortedError(this.place(stepId), { cause: this.#signal.reason });
    }
  }
}
