import { isUndocumentedSuccess, type Api, type Operation } from "../openapi/index.js";
import { composing, type Schema } from "../schema/index.js";
import type { LinkedOperation } from "./linked.js";
import type { ApiPlan } from "../ir/model.js";
import { FileNames, isName, kebabCase, pascalCase, type TypeNames } from "./names.js";
import type { SchemaUse } from "../types/type-of-schema.js";
import { SchemaSizes } from "../types/schema-size.js";
import { literals, NamedType, type Type } from "../types/type.js";

interface ApiDraft {
  readonly fileName: string;
  readonly interfaceName: string;
  readonly api: Api;
  readonly operations: Set<Operation>;
  readonly undocumented: Map<Operation, Set<number>>;
  /** The component schemas that have names in the generated code, of answers and of what is sent. */
  readonly named: Map<string, NamedType>;
  readonly namedSent: Map<string, NamedType>;
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

  /** Notes that a workflow asks for an answer of this status. */
  asksFor(operation: Operation, status: number): void {
    const draft = this.#drafts.get(operation.api);
    if (draft === undefined || !isUndocumentedSuccess(operation, status)) return;
    draft.undocumented.set(operation, new Set([...(draft.undocumented.get(operation) ?? []), status]));
  }

  /** A name for a type that no other has. */
  typeName(wanted: string): string {
    return this.#types.take(wanted);
  }

  finish(): readonly ApiPlan[] {
    const plans = [...this.#drafts.values()];
    return plans.map(({ fileName, interfaceName, api, operations, undocumented, named, namedSent }) => ({
      fileName,
      interfaceName,
      api,
      operations: api.operations.filter((operation) => operations.has(operation)),
      undocumented,
      aliases: namesOf(named),
      requestAliases: namesOf(namedSent),
    }));
  }

  #open(api: Api, sourceName: string): ApiDraft {
    const wanted = pascalCase(sourceName);
    const interfaceName = this.#types.take(isName(wanted) ? wanted : `Api${wanted}`, `${wanted}Paths`);
    const fileName = this.#files.take(kebabCase(interfaceName));
    const sizes = new SchemaSizes(({ component }) => component !== undefined);
    const named = new Map<string, NamedType>();
    const namedSent = new Map<string, NamedType>();
    /** Objects and lists of values that have a name in the document keep it; everything else is written out. */
    const nameOf: SchemaUse["nameOf"] = (schema, is) =>
      isWorthAName(schema) ? this.#alias(schema, is, named, draft) : undefined;
    /** What a caller gives is written out, unless that would never end. */
    const nameOfSent: SchemaUse["nameOf"] = (schema, is) =>
      sizes.isLarge(schema) ? this.#alias(schema, is, namedSent, draft) : undefined;
    const uses = {
      responseTypes: { open: true, nameOf },
      requestTypes: { open: false, sent: true, nameOf: nameOfSent },
    };
    const draft: ApiDraft = {
      fileName,
      interfaceName,
      api,
      operations: new Set(),
      undocumented: new Map(),
      named,
      namedSent,
      ...uses,
    };
    this.#drafts.set(api, draft);
    return draft;
  }

  #alias({ component }: Schema, is: () => Type, known: Map<string, NamedType>, draft: ApiDraft): Type | undefined {
    if (component === undefined) return undefined;
    const wanted = pascalCase(component);
    const long = `${draft.interfaceName}${wanted}`;
    const name = (): string => this.#types.take(isName(wanted) ? wanted : long, long);
    const type = known.get(component) ?? new NamedType(name(), draft.fileName, is);
    known.set(component, type);
    return type;
  }
}

function namesOf(named: ReadonlyMap<string, NamedType>): ReadonlyMap<string, string> {
  return new Map([...named].map(([component, { name }]) => [component, name]));
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
