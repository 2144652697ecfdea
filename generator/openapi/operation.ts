import { hasChild, valueAt, type Path } from "../documents/index.js";
import type { ReadContext } from "./context.js";
import type { Api, HttpMethod, Operation, Parameter, RequestBody, ResponseEntry, Servers } from "./model.js";
import { readParameters, type ReadParameters } from "./parameter.js";
import { readRequestBody } from "./request-body.js";
import { readResponses } from "./response.js";
import { readServers } from "./servers.js";

/** Where an operation stands. */
export interface OperationPlace {
  readonly method: HttpMethod;
  readonly path: string;
  /** The path item, references followed. */
  readonly pathItem: Path;
  /** The operation itself, references followed. */
  readonly at: Path;
}

/**
 * An operation whose parts are read when somebody asks for them: of a document with hundreds of operations a workflow
 * uses a few, and a mistake in the others is nobody's concern.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export class ReadOperation implements Operation {
  readonly api: Api;
  readonly method: HttpMethod;
  readonly path: string;
  readonly at: Path;
  readonly #pathItem: Path;
  readonly #context: ReadContext;
  #parameters: ReadParameters | undefined;
  #requestBody: { readonly read: RequestBody | undefined } | undefined;
  #responses: readonly ResponseEntry[] | undefined;
  #servers: Servers | undefined;

  constructor(api: Api, { method, path, pathItem, at }: OperationPlace, context: ReadContext) {
    this.api = api;
    this.method = method;
    this.path = path;
    this.at = at;
    this.#pathItem = pathItem;
    this.#context = context;
  }

  get operationId(): string | undefined {
    return this.#textIn("operationId");
  }

  get summary(): string | undefined {
    return this.#textIn("summary");
  }

  get parameters(): readonly Parameter[] {
    return this.#readParameters().parameters;
  }

  get idempotencyKey(): string | undefined {
    const isKey = ({ in: place, name }: Parameter): boolean => place === "header" && /^idempotency-key$/i.test(name);
    return this.#textIn("x-idempotency-key") ?? this.#readParameters().parameters.find(isKey)?.name;
  }

  get knowsParameters(): boolean {
    return this.#readParameters().isComplete;
  }

  get requestBody(): RequestBody | undefined {
    const { document } = this.#context;
    if (!hasChild(valueAt(document.root, this.at), "requestBody")) return undefined;
    this.#requestBody ??= { read: readRequestBody([...this.at, "requestBody"], this.#context) };
    return this.#requestBody.read;
  }

  get responses(): readonly ResponseEntry[] {
    return (this.#responses ??= readResponses([...this.at, "responses"], this.#context));
  }

  get servers(): Servers {
    return (this.#servers ??= readServers(this.at, this.#pathItem, this.#context));
  }

  #readParameters(): ReadParameters {
    const lists = [this.#pathItem, this.at].map((owner) => [...owner, "parameters"]);
    return (this.#parameters ??= readParameters(lists, this.#context, this.#textIn("x-idempotency-key")));
  }

  #textIn(field: string): string | undefined {
    const text = valueAt(this.#context.document.root, [...this.at, field]);
    return typeof text === "string" ? text : undefined;
  }
}
