import { PatternJudge } from "../arazzo/index.js";
import { isList, isMapping, child, type Path } from "../documents/index.js";
import { choicesOf, partsOf, type Schema } from "../schema/index.js";
import { isOfFormat } from "./formats.js";

/** What a value breaks: the keyword of a schema, and where in the value. */
export interface Misfit {
  readonly at: Path;
  readonly schema: Schema;
  readonly keyword: string;
  /** What it has to be, in words that follow on `has to`. */
  readonly wanted: string;
}

/** What is written and what is read: what only the server says nobody has to send. */
export type Direction = "request" | "response";

/** No value is looked at further down than this. */
const deepest = 100;

/** What a value breaks of a schema; nothing where it fits. */
export function misfitsOf(value: unknown, schema: Schema, direction: Direction = "request"): readonly Misfit[] {
  return [...misfits(value, schema, [], direction)];
}

export function fits(value: unknown, schema: Schema): boolean {
  return misfits(value, schema, [], "response").next().done === true;
}

function* misfits(value: unknown, schema: Schema, at: Path, direction: Direction): Generator<Misfit> {
  if (at.length > deepest) return;
  if (value === null) {
    if (!schema.nullable && !isSilent(schema)) yield { at, schema, keyword: "type", wanted: "be something, not null" };
    return;
  }
  for (const part of partsOf(schema)) yield* ownMisfits(value, part, at, direction);
  for (const choice of choicesOf(schema)) {
    const tried = choice.map((one) => [...misfits(value, one, at, direction)]);
    if (tried.some((found) => found.length === 0)) continue;
    const [nearest = []] = tried.sort((a, b) => a.length - b.length);
    if (tried.length === 1) yield* nearest;
    else yield { at, schema, keyword: schema.oneOf === choice ? "oneOf" : "anyOf", wanted: alternatives(nearest) };
  }
}

function alternatives([first]: readonly Misfit[]): string {
  const nearest = first === undefined ? "" : `; for the nearest, ${first.at.join(".") || "it"} has to ${first.wanted}`;
  return `fit one of the alternatives${nearest}`;
}

function isSilent(schema: Schema): boolean {
  return partsOf(schema).every(({ types, values }) => types.size === 0 && values === undefined);
}

function* ownMisfits(value: unknown, schema: Schema, at: Path, direction: Direction): Generator<Misfit> {
  const { types, values, raw } = schema;
  const broken = (keyword: string, wanted: string): Misfit => ({ at, schema, keyword, wanted });
  if (types.size > 0 && !isOfType(value, types)) {
    yield broken("type", `be ${[...types].map((type) => nouns[type]).join(" or ")}`);
    return;
  }
  if (values !== undefined && !values.some((one) => isSame(one, value))) {
    yield broken("const" in raw ? "const" : "enum", `be one of ${values.map(shown).join(", ")}`);
  }
  if (typeof value === "string") yield* ofText(value, schema, broken);
  if (typeof value === "number") yield* ofNumber(value, raw, broken);
  if (isList(value)) yield* ofList(value, schema, at, direction);
  else if (isMapping(value)) yield* ofObject(value, schema, at, direction);
}

type Broken = (keyword: string, wanted: string) => Misfit;

const nouns: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};

function isOfType(value: unknown, types: Schema["types"]): boolean {
  if (isList(value)) return types.has("array");
  if (isMapping(value)) return types.has("object");
  if (typeof value === "number") return types.has("number") || (types.has("integer") && Number.isInteger(value));
  if (typeof value === "string") return types.has("string");
  return typeof value === "boolean" && types.has("boolean");
}

function* ofText(value: string, { raw, format }: Schema, broken: Broken): Generator<Misfit> {
  const { minLength, maxLength, pattern } = raw;
  const length = [...value].length;
  if (typeof minLength === "number" && length < minLength) {
    yield broken("minLength", `have a length of at least ${minLength}`);
  }
  if (typeof maxLength === "number" && length > maxLength) {
    yield broken("maxLength", `have a length of at most ${maxLength}`);
  }
  if (typeof pattern === "string" && patternOf(pattern)?.test(value) === false) {
    yield broken("pattern", `match ${pattern}`);
  }
  if (format !== undefined && !isOfFormat(value, format)) yield broken("format", `be of the format ${format}`);
}

const patterns = new Map<string, RegExp | undefined>();

const judge = new PatternJudge();

/**
 * A pattern as JSON Schema reads it; `undefined` where it is none, or one that could take for ever on some text: the
 * server answers one request after another.
 */
export function patternOf(pattern: string): RegExp | undefined {
  if (!patterns.has(pattern)) patterns.set(pattern, soon(compiled(pattern, "u") ?? compiled(pattern, "")));
  return patterns.get(pattern);
}

function soon(pattern: RegExp | undefined): RegExp | undefined {
  return pattern && judge.complaintAbout(pattern.source, pattern.flags) === undefined ? pattern : undefined;
}

function compiled(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

function* ofNumber(value: number, raw: Schema["raw"], broken: Broken): Generator<Misfit> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = raw;
  // Before 3.1 these two say of the limits that they are exclusive.
  const [above, below] = [exclusiveMinimum, exclusiveMaximum].map((limit) => limit === true);
  if (typeof minimum === "number" && (value < minimum || (above && value === minimum))) {
    yield broken("minimum", `be ${above ? "more than" : "at least"} ${minimum}`);
  }
  if (typeof maximum === "number" && (value > maximum || (below && value === maximum))) {
    yield broken("maximum", `be ${below ? "less than" : "at most"} ${maximum}`);
  }
  if (typeof exclusiveMinimum === "number" && value <= exclusiveMinimum) {
    yield broken("exclusiveMinimum", `be more than ${exclusiveMinimum}`);
  }
  if (typeof exclusiveMaximum === "number" && value >= exclusiveMaximum) {
    yield broken("exclusiveMaximum", `be less than ${exclusiveMaximum}`);
  }
  if (
    typeof multipleOf === "number" &&
    multipleOf > 0 &&
    Math.abs(Math.round(value / multipleOf) * multipleOf - value) > 1e-9
  ) {
    yield broken("multipleOf", `be a multiple of ${multipleOf}`);
  }
}

function* ofList(value: readonly unknown[], schema: Schema, at: Path, direction: Direction): Generator<Misfit> {
  const { minItems, maxItems, uniqueItems } = schema.raw;
  const broken = (keyword: string, wanted: string): Misfit => ({ at, schema, keyword, wanted });
  if (typeof minItems === "number" && value.length < minItems)
    yield broken("minItems", `have at least ${minItems} items`);
  if (typeof maxItems === "number" && value.length > maxItems)
    yield broken("maxItems", `have at most ${maxItems} items`);
  if (uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
    yield broken("uniqueItems", "have no item twice");
  }
  for (const [index, item] of value.entries()) {
    const inside = schema.prefixItems[index] ?? schema.items;
    if (inside !== undefined) yield* misfits(item, inside, [...at, index], direction);
  }
}

function* ofObject(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  at: Path,
  direction: Direction,
): Generator<Misfit> {
  const { properties, required, additionalProperties, raw } = schema;
  const broken = (keyword: string, wanted: string): Misfit => ({ at, schema, keyword, wanted });
  const isOthers = direction === "request" ? "readOnly" : "writeOnly";
  for (const name of required) {
    const isMissing = child(value, name) === undefined && properties.get(name)?.raw[isOthers] !== true;
    if (isMissing) yield { ...broken("required", "be there"), at: [...at, name] };
  }
  const names = Object.keys(value);
  if (typeof raw["minProperties"] === "number" && names.length < raw["minProperties"]) {
    yield broken("minProperties", `have at least ${raw["minProperties"]} fields`);
  }
  if (typeof raw["maxProperties"] === "number" && names.length > raw["maxProperties"]) {
    yield broken("maxProperties", `have at most ${raw["maxProperties"]} fields`);
  }
  for (const name of names) {
    const inside = properties.get(name) ?? additionalProperties;
    if (inside === false)
      yield { ...broken("additionalProperties", "be left out: there is no such field"), at: [...at, name] };
    else if (inside !== true) yield* misfits(child(value, name), inside, [...at, name], direction);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
