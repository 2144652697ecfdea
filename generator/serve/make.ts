import { isSameWords } from "../diagnostics.js";
import { child, isList, isMapping, type Mapping } from "../documents/index.js";
import { allOfSchemas, choicesOf, type Schema } from "../schema/index.js";
import { uuidFrom, type Draw } from "./draws.js";
import { fits } from "./fits.js";
import { exampleOfFormat } from "./formats.js";
import { textMatching } from "./pattern-text.js";
import { readText } from "./read-text.js";

/** What there is to go by when a value is made. */
export interface Hints {
  /** What is known of the value: it goes before all else, where it fits. Of objects, fields are known by their names. */
  readonly known?: unknown;
  /** An example of the value. */
  readonly example?: unknown;
  /** The name of the property. */
  readonly name?: string;
}

/** Objects in objects are made so far down; below, only what is required. */
const deepest = 6;
/** Not even that. */
const tooDeep = 20;

/**
 * Makes the value of an answer: what is known of it, else the example of the document, its default, the first value of
 * its enum, or a text that is of its format or matches its pattern.
 */
export function makeValue(schema: Schema, draw: Draw, hints: Hints = {}): unknown {
  return new Maker(draw).make(schema, hints, 0);
}

/** The schema for one of the values that fit: of alternatives that which `known` fits, else the first. */
export function plainSchema(schema: Schema, known?: unknown): Schema {
  const choices = choicesOf(schema);
  const taken = choices.map((choice) => {
    const one = isMapping(known) ? choice.find((alternative) => resembles(known, alternative)) : undefined;
    return one ?? choice.find((alternative) => !isNull(alternative)) ?? schema;
  });
  return allOfSchemas(schema, ...taken);
}

function resembles(known: Mapping, { properties }: Schema): boolean {
  return Object.keys(known).some((name) => properties.has(name));
}

function isNull({ types, nullable }: Schema): boolean {
  return types.size === 0 && nullable;
}

/** The entry of an object whose name is the same but for case and separators. */
export function entryCalled(object: unknown, name: string): unknown {
  const own = child(object, name);
  if (own !== undefined || !isMapping(object)) return own;
  const other = Object.keys(object).find((key) => isSameWords(key, name));
  return other === undefined ? undefined : child(object, other);
}

class Maker {
  readonly #draw: Draw;
  readonly #within = new Set<Schema>();

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  make(schema: Schema, hints: Hints, depth: number): unknown {
    if (depth > tooDeep) return undefined;
    const { known } = hints;
    if (known === null && schema.nullable) return null;
    const plain = plainSchema(schema, known);
    const example = hints.example ?? exampleIn(plain);
    const isOfItems = plain.types.has("array") || plain.items !== undefined;
    if (isOfItems && !isScalar(known)) return this.#list(plain, { ...hints, example }, depth);
    const isObject = plain.types.has("object") || plain.properties.size > 0;
    if (isObject && !isScalar(known))
      return this.#inside(schema, () => this.#object(plain, { ...hints, example }, depth));
    const told = fitted(known, plain);
    if (told !== undefined) return told;
    if (example !== undefined) return example;
    const isPinned = [plain.values, plain.format, plain.raw["pattern"]].some((one) => one !== undefined);
    if (schema.nullable && (!isPinned || plain.types.size === 0)) return null;
    return this.#scalar(plain, hints.name ?? "text");
  }

  /** `undefined` where the schema is being made already: it holds itself. */
  #inside(schema: Schema, make: () => unknown): unknown {
    if (this.#within.has(schema)) return schema.nullable ? null : undefined;
    this.#within.add(schema);
    const made = make();
    this.#within.delete(schema);
    return made;
  }

  #object(schema: Schema, { known, example }: Hints, depth: number): Mapping {
    const { properties, required, additionalProperties } = schema;
    const names = new Set([...(isMapping(example) ? Object.keys(example) : []), ...required]);
    const others = [...properties.keys()].filter((name) => {
      if (entryCalled(known, name) !== undefined) return true;
      return !isMapping(example) && depth < deepest;
    });
    const isFree = properties.size === 0 && additionalProperties !== false && isMapping(known);
    const free = isFree ? Object.keys(known) : [];
    const entries = [...new Set([...names, ...others, ...free])].flatMap(
      (name): readonly (readonly [string, unknown])[] => {
        const inside = properties.get(name);
        if (inside?.raw["writeOnly"] === true) return [];
        const hints = { known: entryCalled(known, name), example: child(example, name), name };
        // There is one page of everything.
        const isEndOfPages = /^(next|prev)/i.test(name) && hints.known === undefined && !required.has(name);
        if (isEndOfPages) return inside?.nullable === true ? [[name, null]] : [];
        const value = inside === undefined ? (hints.known ?? hints.example) : this.make(inside, hints, depth + 1);
        return value === undefined ? [] : [[name, value]];
      },
    );
    return Object.fromEntries(entries);
  }

  #list(schema: Schema, { known, example, name }: Hints, depth: number): readonly unknown[] {
    const { items, raw } = schema;
    if (isList(known)) {
      return items === undefined ? known : known.flatMap((one) => this.make(items, { known: one }, depth + 1) ?? []);
    }
    if (isList(example)) return example;
    const { minItems } = raw;
    const count = Math.min(typeof minItems === "number" ? Math.max(minItems, 1) : 1, 100);
    const hints = name === undefined ? {} : { name };
    const made = Array.from({ length: count }, () => items && this.make(items, hints, depth + 1));
    return made.filter((item) => item !== undefined);
  }

  #scalar(schema: Schema, name: string): unknown {
    const { types, values, raw, nullable } = schema;
    if (values !== undefined) return values[0] ?? null;
    if (types.has("string")) return this.#text(schema, name);
    if (types.has("integer") || types.has("number")) return numberFor(schema);
    if (types.has("boolean")) return false;
    if (types.size === 0 && (nullable || raw["type"] !== undefined)) return null;
    return typeof raw["pattern"] === "string" || schema.format !== undefined ? this.#text(schema, name) : {};
  }

  #text({ format, raw }: Schema, name: string): string {
    const { pattern, minLength, maxLength } = raw;
    const matching = typeof pattern === "string" ? textMatching(pattern, this.#draw) : undefined;
    const text = matching ?? (format === "uuid" ? uuidFrom(this.#draw) : (exampleOfFormat(format) ?? name));
    if (matching !== undefined) return text;
    const least = typeof minLength === "number" ? Math.min(minLength, 10_000) : 0;
    return text.padEnd(least, "x").slice(0, typeof maxLength === "number" ? maxLength : undefined);
  }
}

function exampleIn({ raw, hasDefault, default: fallback, values }: Schema): unknown {
  const { example, examples } = raw;
  const listed: unknown = isList(examples) ? examples[0] : undefined;
  return example ?? listed ?? (hasDefault && fallback !== null ? fallback : values?.[0]);
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== "object";
}

/** What is known as the schema has it; `undefined` where it does not fit. */
function fitted(known: unknown, schema: Schema): unknown {
  if (known === undefined) return undefined;
  const written = isScalar(known) ? [readText([String(known)], schema), String(known)] : [];
  return [known, ...written].find((value) => fits(value, schema));
}

function numberFor(schema: Schema): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema.raw;
  const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf].filter(
    (limit) => typeof limit === "number",
  );
  const near = limits.flatMap((limit) => [limit, limit + 1, limit - 1, Math.ceil(limit), Math.floor(limit)]);
  const step = typeof multipleOf === "number" && multipleOf > 0 ? multipleOf : 1;
  const stepped = limits.map((limit) => (Math.floor(limit / step) + 1) * step);
  const between = limits.length > 1 ? [limits.slice(0, 2).reduce((sum, limit) => sum + limit, 0) / 2] : [];
  return [1, 0, ...near, ...stepped, ...between].find((value) => fits(value, schema)) ?? 1;
}
