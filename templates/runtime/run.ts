import { type Client, createApi } from "./api.js";
import { type Call, effectOf, outcomeOf } from "./call.js";
import {
  CredentialsError,
  InvalidAnswerError,
  InvalidInputError,
  isWorkflowError,
  MissingOutputError,
  PollDeadlineError,
} from "./errors/index.js";
import { exchange } from "./exchange.js";
import { type Asked, refused, unanswered } from "./failures.js";
import { checkNumbers } from "./numbers.js";
import { type PollHost, type Polling, type PollOptions, startPolling } from "./polling.js";
import { mayHaveBody, plainHeaders, toResponse } from "./response.js";
import type { Session } from "./session.js";
import type { Answered, Pass, StepInit, StepOptions, StepResult } from "./step.js";
import { describe } from "./text.js";

/** One run of a workflow: what a generated function works with. Made by `openWorkflow`. */
export class WorkflowRun {
  readonly #session: Session;
  readonly #poll: PollOptions;
  /** How often each step was begun. */
  readonly #counts = new Map<string, number>();
  /** The latest answer to each step. */
  readonly #answered = new Map<string, Answered>();
  #current: Pass | undefined;

  constructor(session: Session, poll: PollOptions) {
    this.#session = session;
    this.#poll = poll;
  }

  /** An openapi-fetch client for one server, with the types of its document. */
  api<Paths extends {}>(server: string): Client<Paths> {
    this.#session.checked(undefined, () => this.#session.client.locate(server));
    return createApi<Paths>(server, (work) => this.#guard(work));
  }

  /** Begins a step, or a further pass through it: spread the result into the options of its call. */
  step(stepId: string, options?: StepOptions): StepInit {
    const key = this.#nextKey(stepId);
    return this.#begin({ ...options, stepId, key, id: key });
  }

  /** Begins to poll a step. What the workflow's caller wants (`options.poll`) goes before `defaults`. */
  polling(stepId: string, defaults: PollOptions = {}): Polling {
    const session = this.#session;
    const key = this.#nextKey(stepId);
    const idOf = (attempt: number): string => (attempt === 1 ? key : `${key}/poll-${attempt}`);
    const host: PollHost = {
      begin: (attempt, options) => this.#begin({ ...options, stepId, key, id: idOf(attempt) }),
      sleep: (attempt, ms) => {
        session.journal.forget(key);
        session.tell({ type: "wait", stepId, id: idOf(attempt), attempt, ms });
        return session.sleep(stepId, `${idOf(attempt + 1)}/wait`, ms);
      },
      expired: (attempt, deadline, outputs) => {
        session.journal.forget(key);
        return new PollDeadlineError(session.place(stepId), attempt, deadline, outputs);
      },
    };
    return session.checked(stepId, () => startPolling(host, this.#poll, defaults));
  }

  /**
   * Asserts that a step succeeded; `ok` is whether its `criterion` holds. Afterwards `result.data` has the type of its
   * success. Throws a `StepFailedError`, or an `InvalidAnswerError` for a success without the body that it needs.
   */
  expect<R extends StepResult>(
    stepId: string,
    result: R,
    ok: boolean,
    criterion: string,
  ): asserts result is Extract<R, { data: unknown }> {
    const answered = this.#answered.get(stepId);
    if (!answered) throw new Error(`step ${stepId} has no answer to judge`);
    if (!ok) {
      const asked = this.#dismiss(answered);
      throw refused(this.#session.place(stepId), asked, result, criterion);
    }
    const { pass, call, answer } = answered;
    const due = result.response.ok && mayHaveBody(answer.status) && call.method !== "HEAD" && !pass.empty;
    if (due && result.data === undefined) throw this.#unusable(answered, "no body");
  }

  /** A value that a step's answer must have. Throws a `MissingOutputError` that names the `expression` for it. */
  present<T>(value: T, stepId: string, expression: string): NonNullable<T> {
    if (value !== undefined && value !== null) return value;
    // What was read can be read again on resuming; what was written must not be written again, so its answer stays.
    const answered = this.#answered.get(stepId);
    if (answered?.call.effect === "safe") this.#session.journal.forget(answered.pass.key);
    throw new MissingOutputError(this.#session.place(stepId), expression);
  }

  /** What the credentials hold. Throws a `CredentialsError` if they do not. */
  credential(name: "accountSid"): string {
    const value = this.#session.client[name];
    if (value !== undefined) return value;
    const message = `the credentials name no account: give credentials.${name}, or set TWILIO_ACCOUNT_SID`;
    throw new CredentialsError(this.#session.place(), message);
  }

  #nextKey(stepId: string): string {
    const count = (this.#counts.get(stepId) ?? 0) + 1;
    this.#counts.set(stepId, count);
    return count === 1 ? stepId : `${stepId}#${count}`;
  }

  #begin(pass: Pass): StepInit {
    this.#session.checked(pass.stepId, () => checkNumbers({ timeout: pass.timeout }));
    this.#current = pass;
    return { fetch: (request) => this.#perform(pass, request) };
  }

  /** Tells what openapi-fetch throws in terms of the workflow: before the request input is at fault, later the answer. */
  async #guard(work: () => unknown): Promise<unknown> {
    // A client's method is called right after its options, and with them `step`, are evaluated.
    const pass = this.#current;
    try {
      return await work();
    } catch (error) {
      if (!pass || isWorkflowError(error)) throw error;
      const answered = this.#answered.get(pass.stepId);
      if (answered?.pass === pass) throw this.#unusable(answered, "no readable JSON", { cause: error });
      if (pass.made) throw error;
      throw new InvalidInputError(this.#session.place(pass.stepId), describe(error), { cause: error });
    }
  }

  async #perform(pass: Pass, request: Request): Promise<Response> {
    const { journal, workflowId } = this.#session;
    const { stepId, key, id, timeout } = pass;
    const { method, url } = request;
    const headers = plainHeaders(request.headers);
    const body = (await request.text()) || undefined;
    const call: Call = { id, workflowId, stepId, method, url, headers, body, effect: effectOf(method), timeout };
    pass.made = true;
    const { answer, attempts } = await exchange(this.#session, key, call);
    const answered = { pass, call, answer };
    if (answer.failure) {
      const asked = this.#dismiss(answered);
      throw unanswered(this.#session.place(stepId), asked, answer, answer.failure, attempts);
    }
    journal.record(key, answer);
    this.#answered.set(stepId, answered);
    return toResponse(answer);
  }

  #unusable(answered: Answered, what: string, options?: ErrorOptions): InvalidAnswerError {
    const { pass, answer } = answered;
    const { method, url } = this.#dismiss(answered);
    const message = `${method} ${url} answered ${answer.status} with ${what}`;
    return new InvalidAnswerError(this.#session.place(pass.stepId), message, answer, options);
  }

  /** Takes an answer out of the journal, and leaves a doubt if its request may have taken effect all the same. */
  #dismiss({ pass, call, answer }: Answered): Asked {
    const { client, journal } = this.#session;
    const outcome = outcomeOf(call.effect, answer);
    if (call.effect === "unsafe" && outcome !== "not-done") journal.doubt(pass.key);
    else journal.forget(pass.key);
    return { method: call.method, url: client.locate(call.url).replace(/\?.*/s, ""), outcome };
  }
}
