import * as z from "zod";
import { Findings, found } from "../diagnostics.js";
import {
  entries,
  isMapping,
  followReferencesToEnd,
  validateShape,
  valueAt,
  type SourceDocument,
} from "../documents/index.js";
import type { ReadContext } from "./context.js";
import type { Api, HttpMethod, Operation } from "./model.js";
import { ReadOperation } from "./operation.js";
import { isSecured } from "./security.js";

const methods: ReadonlySet<string> = new Set<HttpMethod>([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
]);

const apiShape = z.looseObject({
  openapi: z.string(),
  paths: entries(z.unknown()).optional(),
  components: z.looseObject({}).optional(),
});

/**
 * Reads an OpenAPI 3.0 or 3.1 document; 3.2 is read as 3.1. Its operations are only listed, and each is read, and
 * complained about, when it is looked up.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 */
export function readApi(document: SourceDocument, findings: Findings): Api | undefined {
  const { root } = document;
  const named = valueAt(root, ["swagger"]) ?? valueAt(root, ["openapi"]);
  const [, minor] = String(named).match(/^3\.([012])(\.\d+)?(-.*)?$/) ?? [];
  if (typeof named === "string" && minor === undefined) {
    const field = isMapping(root) && "swagger" in root ? "swagger" : "openapi";
    findings.report(document.place([field]), found.unsupportedVersion.openapi(named));
    return undefined;
  }
  if (validateShape(apiShape, document, [], findings) === undefined) return undefined;
  return new ReadApi({ document, version: minor === "0" ? "3.0" : "3.1", findings });
}

class ReadApi implements Api {
  readonly document: SourceDocument;
  readonly version: Api["version"];
  readonly #context: ReadContext;
  readonly #unread = new Findings();
  #operations: readonly Operation[] | undefined;
  #operationsById: ReadonlyMap<string, readonly Operation[]> | undefined;
  #asksForCredentials: boolean | undefined;

  constructor(context: ReadContext) {
    this.document = context.document;
    this.version = context.version;
    this.#context = context;
  }

  get operations(): readonly Operation[] {
    return (this.#operations ??= [...this.#list()]);
  }

  get operationsById(): ReadonlyMap<string, readonly Operation[]> {
    return (this.#operationsById ??= byId(this.operations));
  }

  get asksForCredentials(): boolean {
    return (this.#asksForCredentials ??= this.operations.some(isSecured));
  }

  get unread(): Findings {
    void this.operations;
    return this.#unread;
  }

  /** @see https://spec.openapis.org/oas/v3.1.1.html#path-item-object */
  *#list(): Iterable<Operation> {
    const paths = valueAt(this.document.root, ["paths"]);
    for (const path of isMapping(paths) ? Object.keys(paths) : []) {
      if (path.startsWith("x-")) continue;
      // A path that leads nowhere matters only to those who look for its operations, and they will not find them.
      const item = followReferencesToEnd(this.document, ["paths", path], this.#unread);
      for (const [method, value] of Object.entries(isMapping(item?.value) ? item.value : {})) {
        if (item === undefined || !isMethod(method) || !isMapping(value)) continue;
        // Documents of several files have operations in files of their own, too.
        const operation = followReferencesToEnd(this.document, [...item.at, method], this.#unread);
        if (operation === undefined || !isMapping(operation.value)) continue;
        yield new ReadOperation(this, { method, path, pathItem: item.at, at: operation.at }, this.#context);
      }
    }
  }
}

function byId(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const all = new Map<string, Operation[]>();
  for (const operation of operations) {
    const { operationId } = operation;
    if (operationId === undefined) continue;
    const same = all.get(operationId);
    if (same === undefined) all.set(operationId, [operation]);
    else same.push(operation);
  }
  return all;
}

function isMethod(key: string): key is HttpMethod {
  return methods.has(key);
}
