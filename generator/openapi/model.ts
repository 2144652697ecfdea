import type { Findings } from "../diagnostics.js";
import type { Path, SourceDocument } from "../documents/index.js";
import type { Schema } from "../schema/index.js";

export type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** An OpenAPI document that was read and understood. */
export interface Api {
  readonly document: SourceDocument;
  readonly version: "3.0" | "3.1";
  readonly operations: readonly Operation[];
  /** Those with an id, by it: more than one only where the document is wrong. */
  readonly operationsById: ReadonlyMap<string, readonly Operation[]>;
  /** Whether the document asks for credentials for any of them. */
  readonly asksForCredentials: boolean;
  /** Why paths and operations are not among them that stand elsewhere: for those who miss one. */
  readonly unread: Findings;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#operation-object */
export interface Operation {
  readonly api: Api;
  readonly operationId: string | undefined;
  readonly method: HttpMethod;
  /** The path template, as it is written in the document. */
  readonly path: string;
  readonly at: Path;
  /** The path item's parameters and the operation's own, references followed. */
  readonly parameters: readonly Parameter[];
  /**
   * The header by which the server knows a request that it has had already: that of `x-idempotency-key`, or the parameter
   * `Idempotency-Key`. Nobody has to give it, since the runtime does.
   */
  readonly idempotencyKey: string | undefined;
  /** All parameters could be read, so that what is not among them is not there. */
  readonly knowsParameters: boolean;
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly ResponseEntry[];
  readonly servers: Servers;
  readonly summary: string | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Whether reserved characters are sent as they are. */
  readonly allowReserved: boolean;
  /** The media type that the value is written in, where its `content` names one in place of a style. */
  readonly mediaType: string | undefined;
  readonly schema: Schema | undefined;
  readonly description: string | undefined;
  readonly at: Path;
}

export interface RequestBody {
  readonly required: boolean;
  readonly contents: readonly Content[];
  readonly at: Path;
}

/** One media type of a body and its schema. */
export interface Content {
  readonly mediaType: string;
  readonly schema: Schema | undefined;
  /** How fields or parts are written, by their names. */
  readonly encoding: ReadonlyMap<string, Encoding>;
  /** What one event of it holds, where it comes piece by piece. */
  readonly streamed: Streamed | undefined;
  readonly at: Path;
}

/** One event of a stream. */
export interface Streamed {
  /** It is a server-sent event, with its data in it. */
  readonly isEvent: boolean;
  /** How the runtime reads it. */
  readonly format: "events" | "json-events" | "mixed-events" | "json-lines" | "json-seq";
  /** Where the schemas stand that its JSON may be of; none where nothing is said of that. */
  readonly schemas: readonly { readonly at: Path; readonly schema: Schema }[];
}

/** How a field of a form or a part of a body is written. @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object */
export interface Encoding {
  /** `undefined` where nothing is said of a style, so that the media type counts. */
  readonly style: Pick<Parameter, "style" | "explode" | "allowReserved"> | undefined;
  readonly contentType: string | undefined;
  /** The headers of a part whose value the document names. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface ResponseEntry {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly contents: readonly Content[];
  readonly headers: ReadonlyMap<string, Schema | undefined>;
  readonly at: Path;
}

/** The servers in force for an operation: its own, else its path item's, else the document's. */
export interface Servers {
  readonly from: "operation" | "path" | "document" | "nowhere";
  /** As the document has them, without a trailing slash, variables replaced by their defaults. */
  readonly list: readonly { readonly url: string; readonly at: Path }[];
}
