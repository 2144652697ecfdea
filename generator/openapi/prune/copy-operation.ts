import { isMapping, valueAt, type Path, type SourceDocument } from "../../documents/index.js";
import type { Content, Operation, Parameter, RequestBody, ResponseEntry, Streamed } from "../model.js";
import { answerKind, bodyKind, jsonContents } from "../media-type.js";
import { fileMark, type Side } from "./copy-schema.js";
import { texts, type JsonObject } from "./keywords.js";
import type { SchemaPool } from "./schema-pool.js";

/** Copies operations, and the bodies and responses that they share. */
export class OperationCopies {
  readonly #document: SourceDocument;
  readonly #pool: SchemaPool;
  readonly #shared = { responses: new Map<string, JsonObject>(), requestBodies: new Map<string, JsonObject>() };

  constructor(document: SourceDocument, pool: SchemaPool) {
    this.#document = document;
    this.#pool = pool;
  }

  /**
   * @param undocumented The statuses of successes that the document does not list
   * @param streamed What an event holds where answers are read event by event
   */
  operation(operation: Operation, undocumented: Iterable<number> = [], streamed?: Streamed): JsonObject {
    const { operationId, requestBody } = operation;
    return {
      ...(operationId === undefined ? {} : { operationId }),
      ...this.#textsAt(operation.at),
      parameters: operation.parameters.map((parameter) => this.#parameter(parameter)),
      ...(requestBody === undefined ? {} : { requestBody: this.#requestBody(requestBody) }),
      responses: Object.fromEntries([
        ...operation.responses.map((entry) => [entry.status, this.#response(entry, streamed)]),
        ...[...undocumented].map((status) => [String(status), this.#likeSuccess(operation)]),
      ]),
    };
  }

  /** The components that were referred to, in the order of `names`. */
  responses(names: readonly string[]): JsonObject {
    return inOrder(this.#shared.responses, names);
  }

  requestBodies(names: readonly string[]): JsonObject {
    return inOrder(this.#shared.requestBodies, names);
  }

  #parameter(parameter: Parameter): JsonObject {
    const { name, required } = parameter;
    return { name, in: parameter.in, ...this.#textsAt(parameter.at), required, ...this.#schemaOf(parameter) };
  }

  #schemaOf({ at, schema, mediaType }: Parameter): JsonObject {
    // What has a media type is handed on as text, and what has no schema may be anything.
    if (mediaType !== undefined) return {};
    return { schema: schema === undefined ? {} : this.#pool.copy(schemaOf(at), "request") };
  }

  #requestBody(body: RequestBody): JsonObject {
    return this.#sharedOr("requestBodies", body.at, () => ({
      ...this.#textsAt(body.at),
      required: body.required,
      content: this.#contents(body.contents, "request"),
    }));
  }

  #response(response: ResponseEntry, streamed: Streamed | undefined): JsonObject {
    const content = response.contents.find((one) => one.streamed === streamed && streamed !== undefined);
    if (content !== undefined && streamed !== undefined) {
      const schema = { type: "array", items: this.#event(streamed) };
      return { description: "", ...this.#textsAt(response.at), content: { [content.mediaType]: { schema } } };
    }
    return this.#sharedOr("responses", response.at, () => ({
      description: "",
      ...this.#textsAt(response.at),
      content: this.#answers(response),
    }));
  }

  /** A success that is not documented holds what those do that are. */
  #likeSuccess({ responses }: Operation): JsonObject {
    const first = responses.find(({ status }) => status.startsWith("2"));
    return { description: "Not documented.", content: first === undefined ? {} : this.#answers(first) };
  }

  #contents(contents: readonly Content[], side: Side): JsonObject {
    return Object.fromEntries(
      contents.map((content) => {
        const given = side === "request" ? writtenBody(content) : undefined;
        if (given !== undefined) return [content.mediaType, { schema: given }];
        const { mediaType, schema, at } = content;
        return [mediaType, schema === undefined ? {} : { schema: this.#pool.copy(schemaOf(at), side) }];
      }),
    );
  }

  #event({ isEvent, format, schemas }: Streamed): JsonObject {
    const copies = schemas.map(({ at }) => this.#pool.copy(at, "response"));
    const [first = {}, ...others] = copies.map((copy) => (typeof copy === "boolean" ? {} : copy));
    const json = others.length === 0 ? first : { anyOf: [first, ...others] };
    if (!isEvent) return json;
    const text = { type: "string" };
    const mixed = schemas.length === 0 ? {} : { anyOf: [json, text] };
    const data = format === "events" ? text : format === "json-events" ? json : mixed;
    return {
      type: "object",
      required: ["data"],
      properties: { data, event: text, id: text, retry: { type: "integer" } },
    };
  }

  /** An answer is read as JSON where it can be that, else as a file or as text. */
  #answers(response: ResponseEntry): JsonObject {
    const kind = answerKind(response);
    if (kind === "json") return this.#contents(jsonContents(response.contents), "response");
    const schema = kind === "file" ? { [fileMark]: "response" } : { type: "string" };
    return Object.fromEntries(response.contents.map(({ mediaType }) => [mediaType, { schema }]));
  }

  /** A reference where `at` is a component of this kind, which is then copied once, else the copy itself. */
  #sharedOr(kind: "responses" | "requestBodies", at: Path, copy: () => JsonObject): JsonObject {
    const [components, of, name] = at;
    const isShared = at.length === 3 && components === "components" && of === kind;
    if (!isShared || typeof name !== "string" || !/^[\w.-]+$/.test(name)) return copy();
    const shared = this.#shared[kind];
    if (!shared.has(name)) shared.set(name, copy());
    return { $ref: `#/components/${kind}/${name}` };
  }

  #textsAt(at: Path): JsonObject {
    const raw = valueAt(this.#document.root, at);
    return isMapping(raw) ? texts(raw) : {};
  }
}

/** A body that is neither JSON nor fields is sent as it is given, whatever its schema says of what it stands for. */
function writtenBody({ mediaType, schema }: Content): JsonObject | undefined {
  const kind = bodyKind(mediaType);
  if (kind === "binary") return { [fileMark]: "request" };
  const isText = schema?.types.size === 1 && schema.types.has("string");
  return kind === "text" && !isText ? { type: "string" } : undefined;
}

function schemaOf(at: Path): Path {
  return [...at, "schema"];
}

function inOrder(copies: ReadonlyMap<string, JsonObject>, names: readonly string[]): JsonObject {
  return Object.fromEntries([...copies].sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}
