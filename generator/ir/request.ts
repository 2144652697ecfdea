import type { HttpMethod } from "../openapi/index.js";
import type { FollowedUrl } from "./api-plan.js";
import type { Field, Json, Value } from "./value.js";

/** Sends the request of a step and keeps the answer in `local`. */
export interface RequestStatement {
  readonly kind: "request";
  readonly stepId: string;
  /** The variable of the answer; `undefined` where nothing looks at it. */
  readonly local: string | undefined;
  readonly comment: string | undefined;
  readonly client: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly parameters: readonly ParameterGroup[];
  /** Headers of the request that are no parameters of the operation, such as `Authorization`. */
  readonly headers: readonly Field[];
  /** The parameters that are API keys. */
  readonly secrets: readonly string[];
  /** The header that holds the idempotency key, if there is one. */
  readonly idempotencyKey: string | undefined;
  /** How parameters are written, where that is not plainly. */
  readonly styles: readonly ParameterStyle[];
  /** The query as a whole, in place of query parameters. */
  readonly wholeQuery: WholeQuery | undefined;
  readonly contentType: string | undefined;
  /** How fields or parts of the body are written, where that is not plainly. */
  readonly fieldStyles: readonly FieldStyle[];
  readonly body: Value | undefined;
  /** The URL that it goes to, in place of the path and query of its operation, and where that may lead. */
  readonly follows: FollowedUrl | undefined;
  /** The variable of the page that it asks for, where the one before may have said its URL. */
  readonly page: string | undefined;
  /** The variable of the part of a stream that it asks for. */
  readonly part: string | undefined;
  /** The variable of the poll or of the retries that make this attempt. */
  readonly attempts: string | undefined;
  /** How long it may take, in milliseconds. */
  readonly timeout: number | undefined;
  readonly answer: AnswerForm;
  /** Which answers it takes; for any other it throws. `undefined` where it takes all. */
  readonly expects: ExpectedAnswer | undefined;
  /** Something reads the body of a success. */
  readonly isRead: boolean;
}

/** The statuses of the answers that a request takes. */
export interface ExpectedAnswer {
  /** Those with which it succeeds. */
  readonly success: readonly number[] | "2xx";
  /** Those for which something else is done; `any`: all other statuses. */
  readonly failure: readonly number[] | "any";
}

/** The callback that says that there is something to see for a polled step. */
export interface CallbackMatch {
  readonly event: string;
  /** What it is about. */
  readonly match: Value;
}

/** How answers to an operation are read. */
export interface AnswerForm {
  /** What a success is read as: as text or as a file where no JSON is documented. */
  readonly parseAs: "json" | "text" | "blob";
  /** The media types that are asked for, where that is not just JSON. */
  readonly accept: string | undefined;
  /** A success without a body is documented, other than by a status that never has one. */
  readonly mayBeEmpty: boolean;
  /** What a success has to hold, as the runtime takes it; `undefined` of an object of which no more is asked. */
  readonly shape: Json | undefined;
}

/** What OpenAPI says of how a parameter is written. */
export interface ParameterStyle {
  readonly in: "path" | "query";
  readonly name: string;
  readonly style: Readonly<Record<string, string | boolean>>;
}

/** The same of a field of a form or a part of a body, in the words of the runtime. */
export interface FieldStyle {
  readonly name: string;
  readonly style: Readonly<Record<string, Json>>;
}

export interface WholeQuery {
  readonly value: Value;
  readonly mediaType: "application/json" | undefined;
}

export interface ParameterGroup {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly fields: readonly Field[];
}
