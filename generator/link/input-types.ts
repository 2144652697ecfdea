import { formatPointer } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { isName, pascalCase } from "./names.js";
import { SchemaSizes } from "../types/schema-size.js";
import type { SchemaUse } from "../types/type-of-schema.js";
import { membersOf, NamedType, type Type } from "../types/type.js";

/** The types that the inputs of a workflow are made of and that have to have names, because they hold themselves. */
export class InputTypes {
  /** How the schemas of inputs become types. */
  readonly use: SchemaUse;
  readonly #sizes = new SchemaSizes(() => true);
  readonly #named = new Map<unknown, NamedType>();
  readonly #file: string;
  readonly #nameOf: (wanted: string) => string;

  /**
   * @param file The workflow in whose file they stand
   * @param nameOf Finds a name for a type
   */
  constructor(file: string, nameOf: (wanted: string) => string) {
    this.#file = file;
    this.#nameOf = nameOf;
    this.use = { open: false, files: true, nameOf: (schema, is) => this.#name(schema, is) };
  }

  /** Those of them that these types hold, at any depth. */
  usedIn(types: readonly Type[]): readonly NamedType[] {
    const found = new Set<NamedType>();
    types.forEach((type) => collect(type, this.#file, found));
    return [...found];
  }

  #name(schema: Schema, is: () => Type): Type | undefined {
    if (!this.#sizes.holdsItself(schema)) return undefined;
    const wanted = pascalCase(String(schema.at.at(-1) ?? ""));
    const name = (): string => this.#nameOf(isName(wanted) ? wanted : `Part${wanted}`);
    const origin = { id: formatPointer(schema.at), name, workflow: this.#file };
    const type = this.#named.get(schema.raw) ?? new NamedType(origin, is);
    this.#named.set(schema.raw, type);
    return type;
  }
}

function collect(type: Type, file: string, found: Set<NamedType>): void {
  for (const member of membersOf(type)) {
    if (member.kind === "array") collect(member.items, file, found);
    if (member.kind === "tuple") member.items.forEach((item) => collect(item, file, found));
    if (member.kind === "object") {
      member.fields.forEach((field) => collect(field.type, file, found));
      if (member.rest !== undefined) collect(member.rest, file, found);
    }
    if (!(member instanceof NamedType) || member.workflow !== file || found.has(member)) continue;
    found.add(member);
    collect(member.is, file, found);
  }
}
