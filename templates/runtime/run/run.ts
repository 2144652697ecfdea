import { type ApiSettings, createApi } from "../client/api.js";
import { askedOf, unusableAnswer } from "./asked.js";
import { callOf } from "./call-of.js";
import type { Client } from "../client/client-types.js";
import { isWorkflowError } from "../errors/any-error.js";
import { MissingOutputError } from "../errors/errors.js";
import { faultOf } from "../errors/fault.js";
import { exchange } from "./exchange.js";
import { faultOfBody, isSuccess, takesFailure } from "./expected.js";
import { refused, unanswered } from "../answers/failures.js";
import { checkTimeout } from "../options/numbers.js";
import { checkInputs, inputsAtStart, type KindsOf } from "./inputs.js";
import { type Polling, startPolling } from "./polling.js";
import type { PollOptions } from "../options/options.js";
import { type Received, received } from "../answers/response.js";
import { type Retry, startRetry } from "./retry.js";
import type { Session } from "./session.js";
import { isThere, pointerOf } from "../answers/shape.js";
import type {
  AnsweredPass,
  Expected,
  ExpectingStep,
  Pass,
  PlainRequest,
  ReadAnswer,
  StepInit,
  StepOptions,
  StepResult,
  SuccessfulResult,
} from "./step.js";
import { at, type In, type Key, type KeyIn } from "../values/at.js";

/** One run of a workflow: what a generated function works with. Made by `openWorkflow`. */
export class WorkflowRun {
  readonly #session: Session;
  /** The passes by what came back. */
  readonly #answered = new WeakMap<Received, AnsweredPass>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** For functions beside a run, which only those files import that call them. */
  static sessionOf(run: WorkflowRun): Session {
    return run.#session;
  }

  /** The latest pass through any step. */
  static latestOf(run: WorkflowRun): Pass | undefined {
    return run.#session.outer.latest.pass;
  }

  /**
   * Throws an `InvalidInputError` for inputs that cannot be used, before anything is sent, and for others than a run had
   * that this one resumes. Inputs that are given later may be others.
   * @param dependencies What the workflows returned that had to be completed before this one
   */
  inputs<Inputs extends object>(given: Inputs, kinds: KindsOf<NoInfer<Inputs>>, dependencies?: object): void {
    const { journal, outer } = this.#session;
    this.#session.checked(undefined, () => {
      checkInputs(given, kinds);
      if (outer.prefix === "") journal.begins("inputs", [inputsAtStart(given, kinds), dependencies]);
    });
  }

  /** A client for one server, with the types of its document. Throws an `InvalidInputError` if credentials are missing. */
  api<Paths extends {}>(server: string, settings: ApiSettings = {}): Client<Paths> {
    const { client, outer, journal } = this.#session;
    const { servers } = outer;
    servers.push({ server, ...settings });
    const called = { ...settings, servers, isUnderWay: journal.hasAnswers };
    this.#session.checked(undefined, () => client.locate(server, called));
    // A client's method is called right after its options, and with them `step`, are evaluated.
    return createApi<Paths>(server, (work) => outer.latest.guard(work), settings);
  }

  /** Begins a step, or a further pass through it: spread the result into the options of its call, which it judges. */
  step(stepId: string, options?: StepOptions): StepInit;
  step<S extends Expected>(stepId: string, options: ExpectingStep<S>): StepInit<NoInfer<S>>;
  step(stepId: string, options?: ExpectingStep<Expected>): StepInit {
    return this.#begin({ ...options, ...this.#nextPass(stepId) });
  }

  /** Begins to poll a step. What the workflow's caller wants (`options.poll`) goes before `defaults`. */
  polling(stepId: string, defaults: PollOptions = {}): Polling {
    const begin = (pass: Pass): StepInit => this.#begin(pass);
    return startPolling(this.#session, this.#nextPass(stepId), begin, defaults);
  }

  /** Begins to try a step, and one that is polled as part of its poll. */
  retry(stepId: string, polling?: Polling): Retry {
    const attempt = (options?: StepOptions): StepInit => polling?.attempt(options) ?? this.step(stepId, options);
    return startRetry(this.#session, polling ?? this.#session.keys, stepId, attempt);
  }

  /**
   * Throws the `StepFailedError` of a step that has failed.
   * @param expected What should be, in words, where another status would not have helped: `status is approved`
   */
  fail(result: ReadAnswer, expected?: string): never {
    const { stepId, call, answer } = this.#passOf(result.response);
    const asked = askedOf(this.#session, call, answer);
    const { profile } = this.#session.client;
    const isOwned = [call.url, asked.url].some((url) => profile?.owns(new URL(url)));
    throw refused(this.#session.place(stepId), asked, result, expected, isOwned ? profile : undefined);
  }

  /** What the data of a step's answer must have, by the keys down to it. Throws a `MissingOutputError` that names it. */
  required<D, A extends KeyIn<D>>(result: SuccessfulResult<D>, a: A): In<D, A>;
  required<D, A extends KeyIn<D>, B extends KeyIn<In<D, A>>>(result: SuccessfulResult<D>, a: A, b: B): In<In<D, A>, B>;
  required<D, A extends KeyIn<D>, B extends KeyIn<In<D, A>>, C extends KeyIn<In<In<D, A>, B>>>(
    result: SuccessfulResult<D>,
    ...path: [A, B, C]
  ): In<In<In<D, A>, B>, C>;
  required(result: SuccessfulResult, ...path: readonly Key[]): unknown {
    const value = at(result.data, ...path);
    this.ensure(value, result, ...path);
    return value;
  }

  /** A value that a step's answer must have. Throws a `MissingOutputError` that names the `expression` for it. */
  present<T>(value: T, stepId: string, expression: string): Exclude<T, null | undefined> {
    if (isThere(value)) return value;
    throw new MissingOutputError(this.#session.place(stepId), expression);
  }

  /** Asserts that a step's answer has a value. Throws a `MissingOutputError` that names it by the keys down to it. */
  ensure(value: unknown, { response }: ReadAnswer, ...path: readonly Key[]): asserts value is {} {
    this.present(value, this.#passOf(response).stepId, `$response.body#${pointerOf(path)}`);
  }

  #passOf(response: Received): AnsweredPass {
    const pass = this.#answered.get(response);
    if (!pass) throw new Error("this is no answer to a step of this run");
    return pass;
  }

  #nextPass(stepId: string): Pass {
    this.#session.count(stepId);
    const key = this.#session.keys.next(stepId);
    return { stepId, key, id: key };
  }

  #begin(pass: Pass): StepInit {
    this.#session.checked(pass.stepId, () => checkTimeout(pass.timeout));
    const guard = (work: () => Promise<ReadAnswer>): Promise<StepResult> => this.#guard(pass, work);
    Object.assign(this.#session.outer.latest, { pass, guard });
    return { fetch: (request) => this.#perform(pass, request) };
  }

  /**
   * Holds an answer to what its step expects, and tells what openapi-fetch throws in terms of the workflow: before the
   * request input is at fault, later the answer.
   */
  async #guard(pass: Pass, work: () => Promise<ReadAnswer>): Promise<StepResult> {
    try {
      return this.#judge(await work());
    } catch (error) {
      if (isWorkflowError(error)) throw error;
      const { stepId, call, answer } = pass;
      if (!call) throw faultOf(this.#session.place(stepId), error);
      throw answer ? unusableAnswer(this.#session, call, answer, "no readable JSON", { cause: error }) : error;
    }
  }

  /** Throws for a status that its step does not take, and for a success whose body is missing or of another shape. */
  #judge(result: ReadAnswer): StepResult {
    const { response } = result;
    const pass = this.#passOf(response);
    const ok = isSuccess(response, pass);
    if (!ok && !takesFailure(response, pass)) this.fail(result);
    const fault = ok && !pass.unread ? faultOfBody(result, pass) : undefined;
    if (fault !== undefined) throw unusableAnswer(this.#session, pass.call, pass.answer, fault);
    return Object.assign(result, { ok, status: response.status });
  }

  async #perform(pass: Pass, request: PlainRequest): Promise<Received> {
    const { stepId, key } = pass;
    const call = await callOf(pass, request, this.#session);
    pass.call = call;
    pass.wants = request.wants;
    const { answer, attempts } = await exchange(this.#session, key, call);
    if (answer.failure) {
      const asked = askedOf(this.#session, call, answer);
      const came = { answer, failure: answer.failure, attempts, effect: call.effect };
      throw await this.#session.ended(unanswered(this.#session.place(stepId), asked, came));
    }
    pass.answer = answer;
    await this.#session.keep(stepId);
    const response = received(answer, this.#session.client.locate(call.url, call), !pass.wants);
    this.#answered.set(response, { ...pass, call, answer });
    return response;
  }
}
