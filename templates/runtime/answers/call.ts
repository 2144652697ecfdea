import type { Security } from "../client/security.js";

/**
 * What sending a request twice does: nothing (`safe`: it only reads), nothing more (`idempotent`, by its method; `keyed`,
 * because the server knows it by its idempotency key), maybe harm (`unsafe`).
 */
export type Effect = "safe" | "idempotent" | "keyed" | "unsafe";

/**
 * One request as plain JSON. It carries no credentials but those that the step itself gives, and the URL of the OpenAPI
 * document: what `options.baseUrl` and the like say is applied where it is sent. Bodies are text, here and in answers; what is bytes stands there in base64.
 */
export interface Call {
  /**
   * Unique within a run, and the same in every run that goes the same way: the step's id, with `#2`, `#3` … on later
   * passes through the step, `/poll-2` … for later requests of one poll, `/try-2` … when sent again.
   */
  readonly id: string;
  readonly workflowId: string;
  readonly stepId: string;
  /**
   * Eight digits that change with the steps of the workflow, and with what this request sends. An engine makes them a part
   * of the name that it keeps the answer by, so that no run goes on with an answer to another request. Empty in a run
   * without a runner.
   */
  readonly version: string;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** `base64` where `body` stands for bytes that are no text. */
  readonly encoding?: "base64" | undefined;
  /** `bytes` where a 2xx is a file, which is then answered in base64. */
  readonly wants?: "bytes" | undefined;
  /** The name of its source, by which the options of a client have what is for it alone. */
  readonly source?: string | undefined;
  /** Its answer is a stream, of which this is asked for: the body of a 2xx is a list of events in JSON then. */
  readonly events?: StreamPart | undefined;
  /** How it is signed, where that is by the documents; without the credentials. */
  readonly security?: Security | undefined;
  /** Its URL came with an answer, and leads to no server of the API: nothing that the client adds goes there. */
  readonly isElsewhere?: boolean | undefined;
  readonly effect: Effect;
  /** Headers and query parameters that hold secrets, beside `Authorization` and `Cookie`: no answer repeats them. */
  readonly secrets?: readonly string[] | undefined;
  /** Milliseconds until it is given up. @default the client's `timeout` */
  readonly timeout?: number | undefined;
  /** Milliseconds until the deadline of its run, where that has one: it is given up then, too. */
  readonly left?: number | undefined;
}

/**
 * How a stream is read. `events`: server-sent events; `json-events`: such whose data are JSON; `mixed-events`: such of which
 * some are and others are not; `json-lines`: JSON texts, one a line; `json-seq`: JSON texts, each behind a record separator.
 */
export type StreamFormat = "events" | "json-events" | "mixed-events" | "json-lines" | "json-seq";

/** The part of a stream that is asked for. */
export interface StreamPart {
  readonly format: StreamFormat;
  /** How many events it may have. */
  readonly most: number;
  /** What the part before it said of the rest. Absent of the first one. */
  readonly after?: string | undefined;
}

/** What came of a request, as plain JSON. Every HTTP status is an answer, and so is the lack of one. */
export interface Answer {
  /** The HTTP status; 0 when none came. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `base64` where `body` stands for bytes: a 2xx to a call that wants them. */
  readonly encoding?: "base64" | undefined;
  /** Of a part of a stream, what the next one is asked for with: `after` of that call. Absent of the last one. */
  readonly rest?: string | undefined;
  /** Why there is no whole answer; absent when there is one. */
  readonly failure?: Failure | undefined;
  /** Of a 2xx that repeats secrets of its request: what errors and events say of it, in which `***` stands for them. */
  readonly shown?: Pick<Answer, "headers" | "body"> | undefined;
  /**
   * When it was had: milliseconds since 1970, by the clock of what sent the request. It is the only clock of a run, which
   * has only its waits to count by without.
   */
  readonly at?: number | undefined;
  /** How many milliseconds passed from sending the request until then. */
  readonly ms?: number | undefined;
  /** Set by an engine that had it before, so that no event tells of it and no checkpoint is handed out for it again. */
  readonly replayed?: boolean | undefined;
}

/** Why there is no whole answer. */
export interface Failure {
  /**
   * `credentials`: there are none to send. `not-sent`: nothing reached the server. `timeout`, `lost`: it may have been
   * processed. `too-large`: the answer exceeds `maxAnswerSize`, or an event of a stream does. `unreadable`: it is not the
   * stream that it should be.
   */
  readonly reason: "credentials" | "not-sent" | "timeout" | "lost" | "too-large" | "unreadable";
  /** In words, without secrets. */
  readonly message: string;
}

/** Sends one request once. Rejects only when `signal` aborts, with its reason. */
export type Send = (call: Call, signal?: AbortSignal) => Promise<Answer>;

export function effectOf(method: string): Effect {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return "safe";
  return method === "PUT" || method === "DELETE" ? "idempotent" : "unsafe";
}

/** Which request it was, for the support of the API. */
export function idOf(
  { headers: all, shown }: Answer,
  { requestIdHeader = "" }: { readonly requestIdHeader?: string } = {},
): string | undefined {
  const headers = shown?.headers ?? all;
  return headers[requestIdHeader] ?? headers["x-request-id"];
}

/** Whether a request took effect. */
export type Outcome = "not-done" | "done" | "unknown";

/** A 5xx says as little as no answer at all of whether a request was carried out before something broke. */
export function outcomeOf(effect: Effect, { status, failure }: Answer): Outcome {
  if (effect === "safe" || failure?.reason === "credentials" || failure?.reason === "not-sent") return "not-done";
  if (status === 0 || status >= 500) return "unknown";
  return status >= 200 && status < 300 ? "done" : "not-done";
}
