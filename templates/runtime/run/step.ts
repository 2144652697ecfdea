import type { Answer, Call, StreamPart } from "../answers/call.js";
import type { BodyWriter } from "../encoding/body.js";
import type { Security } from "../client/security.js";
import type { Received } from "../answers/response.js";
import type { Shape } from "../answers/shape.js";

/** Any 2xx. */
export type AnySuccess = "2xx";

/** Any status that is not expected: the code behind the call says what comes of it. */
export type AnyFailure = "failure";

/** The statuses of which one has to come. */
export type Expected = number | AnySuccess | AnyFailure;

/**
 * Spread it into the options of one call of a client. All that the runtime does happens in its `fetch`.
 * @typeParam S The statuses with which the call resolves; for any other it throws. `never` where it resolves with all
 */
export interface StepInit<S = never> {
  fetch: (request: PlainRequest) => Promise<Received>;
  /** Is never set: it tells the compiler which statuses the step expects. */
  readonly expects?: readonly S[] | undefined;
}

/** A request as openapi-fetch has made it up, its body still to be encoded. */
export interface PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly content: ReturnType<BodyWriter> | undefined;
  /** Its answer is text, whatever that looks like, or a file; else JSON. */
  readonly wants?: "text" | "blob" | undefined;
  /** The name of the source that it is for. */
  readonly source?: string | undefined;
  /** How it is signed. */
  readonly security?: Security | undefined;
}

/** Where a request goes that is sent to a URL, in place of the path of its operation. */
export interface Followed {
  readonly url: string;
  /** It is no server of the API's own: nothing that the client adds goes there, and no credentials. */
  readonly isElsewhere: boolean;
}

/** What is particular about one step. */
export interface StepOptions {
  /** Where it goes, in place of the server, path and query of its operation. @default there */
  at?: Followed | undefined;
  /** How long one attempt may take, in milliseconds. @default the `timeout` of the workflow's options */
  timeout?: number | undefined;
  /** Whether an empty 2xx is a good answer, as a 204 always is. @default false */
  empty?: boolean | undefined;
  /** The names of those of its headers and query parameters that are API keys. @default none */
  secrets?: readonly string[] | undefined;
  /**
   * The header by which the server knows a request that it has had already. It holds what the step gives for it, or else
   * a random key, the same for every attempt, also after a resume; so that the request may be sent again. @default none
   */
  idempotencyKey?: string | undefined;
  /** Nobody reads its body, whatever that holds. @default false */
  unread?: boolean | undefined;
  /** The part of a stream that is asked for: its data are a list of events then. @default its answer is no stream */
  events?: StreamPart | undefined;
  /** What a 2xx has to hold, as far as it is read; of text nothing is asked. @default an object */
  shape?: Shape | undefined;
}

/** What is particular about a step of which a status is expected. */
export interface ExpectingStep<S extends Expected> extends StepOptions {
  /** The status that has to come, or several of which one has to; for any other the call throws. @default any comes */
  expect?: S | readonly S[] | undefined;
}

/** Begins a request of a step. */
export interface Attempt {
  (options?: StepOptions): StepInit;
  <S extends Expected>(options: ExpectingStep<S>): StepInit<NoInfer<S>>;
}

/** What openapi-fetch makes of an answer. */
export interface ReadAnswer {
  data?: unknown;
  error?: unknown;
  response: Received;
}

/** What a call of a client resolves with. */
export interface StepResult extends ReadAnswer {
  /** Whether it is a success: of those that the step expects, if it names some, else any 2xx. */
  ok: boolean;
  /** The HTTP status. */
  status: number;
}

/** What it resolves with after a success. */
export interface SuccessfulResult<Data = unknown> extends StepResult {
  data: Data;
}

/** One way through a step, or one request of a poll. */
export interface Pass extends StepOptions {
  readonly stepId: string;
  /** Where its answer stands in the journal: one place for all requests of a poll. */
  readonly key: string;
  /** The id of its call. */
  readonly id: string;
  readonly expect?: Expected | readonly Expected[] | undefined;
  call?: Call;
  answer?: Answer;
  /** Its answer is text or a file. */
  wants?: PlainRequest["wants"];
}

/** A pass whose request was answered. */
export interface AnsweredPass extends Pass {
  readonly call: Call;
  readonly answer: Answer;
}
