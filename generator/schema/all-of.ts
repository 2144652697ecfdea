import { setChild } from "../documents/data.js";
import { Combined } from "./combined.js";
import type { Schema } from "./schema.js";

/** The schema and all that its `allOf` brings in, at any depth, each once. */
export function partsOf(schema: Schema): readonly [Schema, ...Schema[]] {
  const parts = new Set<Schema>();
  const visit = (part: Schema): void => {
    if (parts.has(part)) return;
    parts.add(part);
    for (const inner of part.allOf) visit(inner);
  };
  visit(schema);
  parts.delete(schema);
  return [schema, ...parts];
}

/** The choices that values of a schema are to fit: of each list of alternatives, one at least. */
export function choicesOf(schema: Schema): readonly (readonly Schema[])[] {
  return partsOf(schema)
    .flatMap((part) => [part.oneOf, part.anyOf])
    .filter((choice) => choice.length > 0);
}

/**
 * One schema for the values that fit all of these. Each one's `allOf` is worked in; a property that several describe
 * is one for all of these again. What only one can say (`description`, `items`, …) the first says that does.
 */
export function allOfSchemas(first: Schema, ...others: readonly Schema[]): Schema {
  const [, ...rest] = new Set([first, ...others].flatMap(partsOf));
  return rest.length === 0 ? first : new AllOf([first, ...rest], [first, ...others]);
}

export class AllOf extends Combined implements Schema {
  readonly allOf: readonly Schema[] = [];
  readonly raw: Readonly<Record<string, unknown>>;
  /** Each that speaks of the values has to allow null: what its own `allOf` says of that it knows. */
  readonly nullable: boolean;
  readonly all: readonly Schema[];
  #properties: ReadonlyMap<string, Schema> | undefined;

  constructor(parts: readonly [Schema, ...Schema[]], whole: readonly Schema[]) {
    super(parts);
    this.all = parts;
    const speaking = whole.filter((schema) => schema.nullable || schema.allOf.length > 0 || !isSilent(schema));
    this.nullable = speaking.length > 0 && speaking.every((schema) => schema.nullable);
    const raw: Record<string, unknown> = {};
    for (const part of [...parts].reverse())
      for (const [key, value] of Object.entries(part.raw)) setChild(raw, key, value);
    delete raw["allOf"];
    this.raw = raw;
  }

  /** The name of the one part that says what the values are, where all others only describe it. */
  get component(): string | undefined {
    const [only, ...others] = this.parts.filter((part) => !isSilent(part));
    return others.length === 0 ? only?.component : undefined;
  }

  /** A number that has to be whole as well is an integer. */
  get types(): Schema["types"] {
    const [first = new Set(), ...others] = this.#speaking;
    const allowed = [...first].filter((type) =>
      others.every((types) => types.has(type) || (type === "integer" && types.has("number"))),
    );
    const whole = first.has("number") && !first.has("integer") && others.some((types) => types.has("integer"));
    return new Set(whole && !allowed.includes("number") ? [...allowed, "integer"] : allowed);
  }

  /** None where the types rule each other out. */
  get values(): readonly unknown[] | undefined {
    const [first, ...others] = this.parts.flatMap((part) => (part.values ? [part.values] : []));
    if (this.#speaking.length > 0 && this.types.size === 0) return [];
    return first?.filter((value) => others.every((values) => values.includes(value)));
  }

  get properties(): ReadonlyMap<string, Schema> {
    if (!this.#properties) {
      const all = new Map<string, Schema>();
      for (const [name, schema] of this.parts.flatMap((part) => [...part.properties])) {
        const known = all.get(name);
        all.set(name, known ? allOfSchemas(known, schema) : schema);
      }
      this.#properties = all;
    }
    return this.#properties;
  }

  get required(): ReadonlySet<string> {
    return new Set(this.parts.flatMap((part) => [...part.required]));
  }

  get additionalProperties(): boolean | Schema {
    const said = this.parts.map((part) => part.additionalProperties);
    if (said.includes(false)) return false;
    return said.find((entry) => entry !== true) ?? true;
  }

  get items(): Schema | undefined {
    return this.parts.map((part) => part.items).find((items) => items !== undefined);
  }

  get prefixItems(): readonly Schema[] {
    return this.#firstList((part) => part.prefixItems);
  }

  get oneOf(): readonly Schema[] {
    return this.#firstList((part) => part.oneOf);
  }

  get anyOf(): readonly Schema[] {
    return this.#firstList((part) => part.anyOf);
  }

  get deprecated(): boolean {
    return this.parts.some((part) => part.deprecated);
  }

  /** What each part that says so says of the types. */
  get #speaking(): readonly Schema["types"][] {
    return this.parts.map((part) => part.types).filter((types) => types.size > 0);
  }

  #firstList(list: (part: Schema) => readonly Schema[]): readonly Schema[] {
    return this.parts.map(list).find((schemas) => schemas.length > 0) ?? [];
  }
}

/** Whether the schema says nothing of the values itself. */
function isSilent(part: Schema): boolean {
  const alternatives = part.oneOf.length + part.anyOf.length;
  return part.types.size === 0 && !part.values && part.properties.size === 0 && !part.items && alternatives === 0;
}
