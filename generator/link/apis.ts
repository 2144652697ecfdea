import { child, formatPointer, type Path, valueAt } from "../documents/index.js";
import {
  callbackBody,
  isUndocumentedSuccess,
  lettersOf,
  type Api,
  type Operation,
  type Side,
  type Streamed,
} from "../openapi/index.js";
import { composing, type Schema } from "../schema/index.js";
import type { LinkedOperation } from "./linked.js";
import type { ApiPlan } from "../ir/model.js";
import { FileNames, isName, kebabCase, pascalCase, type TypeNames } from "./names.js";
import { namesOfSchema } from "./schema-names.js";
import type { SchemaUse } from "../types/type-of-schema.js";
import { SchemaSizes } from "../types/schema-size.js";
import { literals, NamedType, type Type } from "../types/type.js";

interface Named {
  readonly components: Map<string, NamedType>;
  readonly inline: Map<string, NamedType>;
  /** Those of lists without names, by their values and by what they are the values of. */
  readonly lists: Map<string, NamedType>;
}

interface ApiDraft {
  readonly fileName: string;
  readonly interfaceName: string;
  readonly api: Api;
  readonly operations: Set<Operation>;
  readonly undocumented: Map<Operation, Set<number>>;
  /** How operations are read: event by event, or whole. */
  readonly streamed: Map<Operation, Streamed | undefined>;
  /** The schemas that may have names in the generated code. */
  readonly named: Readonly<Record<Side, Named>>;
  /** The type of what the API sends, once it is known that it does. */
  callbacks?: { readonly name: string; readonly bodies: Map<string, Path> };
  /** How the schemas of answers become types, and those of what is sent. */
  readonly responseTypes: SchemaUse;
  readonly requestTypes: SchemaUse;
}

/** The APIs that the workflows use, each under the name of the source description that named it first. */
export class Apis {
  readonly #drafts = new Map<Api, ApiDraft>();
  readonly #files = new FileNames();
  readonly #types: TypeNames;

  constructor(types: TypeNames) {
    this.#types = types;
  }

  /** Notes that an operation is used; answers with the names under which its types are known. */
  use(api: Api, { source, operation }: LinkedOperation): ApiDraft {
    const draft = this.#drafts.get(api) ?? this.#open(api, source.name);
    draft.operations.add(operation);
    return draft;
  }

  /** Notes how the answers of an operation are read. Returns whether all that call it read them in that way. */
  reads(operation: Operation, streamed: Streamed | undefined): boolean {
    const known = this.#drafts.get(operation.api)?.streamed;
    if (known?.has(operation)) return known.get(operation) === streamed;
    known?.set(operation, streamed);
    return true;
  }

  /** Notes that a workflow asks for an answer of this status. */
  asksFor(operation: Operation, status: number): void {
    const draft = this.#drafts.get(operation.api);
    if (draft === undefined || !isUndocumentedSuccess(operation, status)) return;
    draft.undocumented.set(operation, new Set([...(draft.undocumented.get(operation) ?? []), status]));
  }

  /** Notes that a workflow waits for a callback, which has a type if the document of the API has it. */
  waitsFor(api: Api, callback: string): void {
    const draft = this.#drafts.get(api);
    const body = callbackBody(api, callback);
    if (draft === undefined || body === undefined) return;
    draft.callbacks ??= { name: this.#types.take(`${draft.interfaceName}Callbacks`), bodies: new Map() };
    draft.callbacks.bodies.set(callback, body);
  }

  /** A name for a type that no other has. */
  typeName(wanted: string): string {
    return this.#types.take(wanted);
  }

  finish(): readonly ApiPlan[] {
    const plans = [...this.#drafts.values()];
    return plans.map(({ fileName, interfaceName, api, operations, undocumented, streamed, named, callbacks }) => ({
      fileName,
      interfaceName,
      api,
      operations: api.operations.filter((operation) => operations.has(operation)),
      undocumented,
      streamed,
      named,
      callbacks,
    }));
  }

  #open(api: Api, sourceName: string): ApiDraft {
    const wanted = pascalCase(sourceName);
    const interfaceName = this.#types.take(isName(wanted) ? wanted : `Api${wanted}`, `${wanted}Paths`);
    const fileName = this.#files.take(kebabCase(interfaceName));
    const sizes = new SchemaSizes(({ component }) => component !== undefined);
    const named = { response: noneNamed(), request: noneNamed() };
    /** Objects and lists of values that have a name in the document keep it; others get one where they are long. */
    const nameOf: SchemaUse["nameOf"] = (schema, is) => {
      const isNamed =
        schema.component === undefined ? isLongList(schema) || isLongObject(schema) : isWorthAName(schema);
      return isNamed ? this.#named(schema, is, "response", draft) : undefined;
    };
    /** Of what a caller gives only long lists of values have names, and what would never end. */
    const nameOfSent: SchemaUse["nameOf"] = (schema, is) => {
      const isNamed = isLongList(schema) || (schema.component !== undefined && sizes.isLarge(schema));
      return isNamed ? this.#named(schema, is, "request", draft) : undefined;
    };
    const draft: ApiDraft = {
      fileName,
      interfaceName,
      api,
      operations: new Set(),
      undocumented: new Map(),
      streamed: new Map(),
      named,
      responseTypes: { open: true, nameOf },
      requestTypes: { open: false, sent: true, nameOf: nameOfSent },
    };
    this.#drafts.set(api, draft);
    return draft;
  }

  #named(schema: Schema, is: () => Type, side: Side, { named, fileName, interfaceName }: ApiDraft): Type {
    const { component } = schema;
    const known = component === undefined ? named[side].inline : named[side].components;
    const key = component ?? formatPointer(schema.at);
    const origin = { id: `${side} ${key}`, file: fileName, name: () => this.#nameIn(interfaceName, schema, side) };
    const list = listKey(schema);
    const type =
      known.get(key) ??
      (component === undefined ? named[side].lists.get(list) : undefined) ??
      new NamedType(origin, is);
    known.set(key, type);
    if (component === undefined && schema.values !== undefined) named[side].lists.set(list, type);
    return type;
  }

  /** A name that no other has, the shorter the better. */
  #nameIn(interfaceName: string, schema: Schema, side: Side): string {
    const [short, ...others] = namesOfSchema(schema);
    // What is sent has to be one of the values, and so is of another type than what is answered.
    const sent = side === "request" ? [`${short}Input`] : [];
    const long = `${interfaceName.replace(/Api$/, "")}${short}`;
    return this.#types.take(...[short, ...sent, ...others, long].filter(isName), `${interfaceName}${short}`);
  }
}

function noneNamed(): Named {
  return { components: new Map(), inline: new Map(), lists: new Map() };
}

/** Lists of the same values are one type where they are those of properties or parameters of one name. */
function listKey({ at, document, values }: Schema): string {
  const owner = at.findLastIndex((each) => each === "properties" || each === "parameters");
  const there = at.slice(0, owner + 2);
  const name = at[owner] === "properties" ? there.at(-1) : child(valueAt(document.root, there), "name");
  return JSON.stringify([lettersOf(String(name ?? "")), values]);
}

/** From this many fields on, an object is not written out wherever it occurs. */
const many = 3;

/** Whether a schema stands in the file of types, which tells of no header of an answer and of no query as a whole. */
function isWritten({ at, document }: Schema): boolean {
  return at.every((token, index) => {
    if (token === "headers" && (at[index - 2] === "responses" || at[index - 1] === "components")) return false;
    return child(valueAt(document.root, at.slice(0, index)), "in") !== "querystring";
  });
}

function isLongList(schema: Schema): boolean {
  const { values, all } = schema;
  return (
    all === undefined &&
    values !== undefined &&
    values.filter((value) => typeof value !== "boolean").length > 1 &&
    literals(values) !== undefined &&
    isWritten(schema)
  );
}

function isLongObject(schema: Schema): boolean {
  const { all, properties } = schema;
  return all === undefined && properties.size >= many && composing(schema).length === 0 && isWritten(schema);
}

function isWorthAName(schema: Schema): boolean {
  if (schema.values !== undefined) return literals(schema.values) !== undefined;
  return isObject(schema, new Set());
}

/** Whether values of the schema, or some of them, are objects. */
function isObject(schema: Schema, seen: Set<Schema>): boolean {
  if (schema.types.has("object") || schema.properties.size > 0) return true;
  if (seen.has(schema)) return false;
  seen.add(schema);
  return composing(schema).some((other) => isObject(other, seen));
}
