import type { Findings } from "../diagnostics.js";
import { besideKey, isMapping, type Path, schemaPath, valueAt } from "../documents/index.js";
import type { Api, Operation, Streamed } from "./model.js";
import { breakCycles } from "./prune/break-cycles.js";
import { nameComponents } from "./prune/component-names.js";
import type { InlineNames, Side } from "./prune/copy-schema.js";
import { OperationCopies } from "./prune/copy-operation.js";
import type { JsonObject } from "./prune/keywords.js";
import { SchemaPool } from "./prune/schema-pool.js";

export { prunedName } from "./prune/component-names.js";
export { inlineMark, isFile, type InlineNames, type Side } from "./prune/copy-schema.js";

/** Schemas that may have names in the generated code. */
export interface Named {
  /** Component schemas, which are kept whether an operation's types lead to them or not. */
  readonly components: Readonly<Record<Side, readonly string[]>>;
  /** JSON Pointers to others. */
  readonly inline: InlineNames;
}

/** What workflows ask of operations, beyond what documents say of these. */
export interface PruneOptions {
  /** The statuses of successes that the document does not list. */
  readonly undocumented?: ReadonlyMap<Operation, ReadonlySet<number>> | undefined;
  /** What an event holds where answers are read event by event. */
  readonly streamed?: ReadonlyMap<Operation, Streamed | undefined> | undefined;
  /**
   * The schemas of the bodies that the API sends to the app, by their names: properties of the component
   * {@link callbacksComponent}.
   */
  readonly callbacks?: ReadonlyMap<string, Path> | undefined;
}

const none: Named = {
  components: { response: [], request: [] },
  inline: { response: new Set(), request: new Set() },
};

/**
 * A plain OpenAPI document of its own, with nothing but these operations and the components that they reach, in the
 * order of the document that they come from. References that leave the document become findings, and are left out.
 *
 * The enums of responses are marked as open; a component that holds one and is used by requests as well gets a second
 * version for those ({@link prunedName} knows both names). Inline schemas that may have names are marked
 * ({@link inlineMark}). What no type shows is left out: servers, security, tags, examples, headers of responses, limits
 * of values, `x-` fields.
 */
export function pruneApi(
  api: Api,
  operations: readonly Operation[],
  findings: Findings,
  named: Named = none,
  { undocumented = new Map(), streamed = new Map(), callbacks = new Map() }: PruneOptions = {},
): JsonObject {
  const pool = new SchemaPool({ document: api.document, version: api.version, findings }, named.inline);
  const copies = new OperationCopies(api.document, pool);
  const wanted = new Set(operations);
  const paths = new Map<string, [string, JsonObject][]>();
  for (const operation of api.operations.filter((candidate) => wanted.has(candidate))) {
    const methods = paths.get(operation.path) ?? [];
    paths.set(operation.path, [
      ...methods,
      [operation.method, copies.operation(operation, undocumented.get(operation), streamed.get(operation))],
    ]);
  }
  for (const side of ["response", "request"] as const) {
    for (const name of named.components[side]) pool.keep(schemaPath(api.document, name), side);
  }
  const bodies = [...callbacks].map(([name, at]) => [name, pool.copy(at, "response")] as const);
  const components = componentsOf(api);
  const schemas = pool.schemas(components("schemas"));
  breakCycles(schemas, api.document, findings);
  const found = {
    schemas: {
      ...nameComponents(schemas, pool.roots, [...components("schemas"), ...components(besideKey)]),
      ...(bodies.length > 0 && { [callbacksComponent]: callbackTypes(bodies) }),
    },
    responses: copies.responses(components("responses")),
    requestBodies: copies.requestBodies(components("requestBodies")),
  };
  const info = valueAt(api.document.root, ["info"]);
  return {
    openapi: api.version === "3.0" ? "3.0.3" : "3.1.0",
    info: { title: text(info, "title"), version: text(info, "version") },
    paths: Object.fromEntries([...paths].map(([path, methods]) => [path, Object.fromEntries(methods)])),
    components: Object.fromEntries(Object.entries(found).filter(([, entries]) => Object.keys(entries).length > 0)),
  };
}

/** The component whose properties are what an API sends to the app. No schema of a document is called so. */
export const callbacksComponent = "what is sent to the app";

function callbackTypes(bodies: readonly (readonly [name: string, schema: JsonObject | boolean])[]): JsonObject {
  const description = "What the API sends to the app, by the names of callbacks and webhooks.";
  const required = bodies.map(([name]) => name);
  return { description, type: "object", required, properties: Object.fromEntries(bodies) };
}

function componentsOf(api: Api): (kind: string) => readonly string[] {
  return (kind) => {
    const entries = valueAt(api.document.root, ["components", kind]);
    return isMapping(entries) ? Object.keys(entries) : [];
  };
}

function text(info: unknown, field: string): string {
  const value = valueAt(info, [field]);
  return typeof value === "string" ? value : "";
}
