import { didYouMean, quoted } from "../diagnostics.js";
import type { JsonSchema } from "./json-schema.js";

/** More of them help nobody. */
const mostComplaints = 20;

/**
 * What is wrong with a value, a sentence each with the place in front: `to is missing.`; none where nothing is.
 * @param name What the value is called where it is wrong as a whole
 */
export function complaintsAbout(value: unknown, schema: JsonSchema, name = "the input"): readonly string[] {
  return [...complaints(value, schema, "", name)].slice(0, mostComplaints);
}

function* complaints(value: unknown, schema: JsonSchema, path: string, name: string): Generator<string> {
  const place = path === "" ? name : `\`${path}\``;
  const { anyOf, type, enum: values } = schema;
  if (anyOf !== undefined) {
    yield* ofUnion(value, anyOf, path, name);
    return;
  }
  if (type !== undefined && kindOf(value) !== type) {
    yield `${place} must be ${inWords(schema)}, not ${shown(value)}.`;
    return;
  }
  if (values !== undefined && !values.some((known) => known === value)) {
    const hint = typeof value === "string" ? didYouMean(value, values.map(String)) : undefined;
    yield [`${place} must be ${inWords(schema)}, not ${shown(value)}.`, ...(hint === undefined ? [] : [hint])].join(
      " ",
    );
  }
  if (isList(value)) yield* inList(value, schema, path, name);
  else if (isObject(value)) yield* inObject(value, schema, path, name);
}

/** The complaint about the member that the value is closest to: one of its kind, where there is one alone. */
function* ofUnion(value: unknown, members: readonly JsonSchema[], path: string, name: string): Generator<string> {
  const all = members.map((member) => [...complaints(value, member, path, name)]);
  if (all.some((some) => some.length === 0)) return;
  const ofKind = members.flatMap(({ type }, index) => (type === kindOf(value) ? [all[index] ?? []] : []));
  const [only] = ofKind;
  if (ofKind.length === 1 && only !== undefined) yield* only;
  else yield `${path === "" ? name : `\`${path}\``} must be ${members.map(inWords).join(" or ")}, not ${shown(value)}.`;
}

function* inList(list: readonly unknown[], schema: JsonSchema, path: string, name: string): Generator<string> {
  const { items, prefixItems = [], minItems = 0, maxItems = Infinity } = schema;
  if (list.length < minItems || list.length > maxItems) {
    yield `${path === "" ? name : `\`${path}\``} must have ${minItems} items, not ${list.length}.`;
  }
  for (const [index, item] of list.entries()) {
    yield* complaints(item, prefixItems[index] ?? items ?? {}, `${path}[${index}]`, name);
  }
}

function* inObject(
  object: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = true }: JsonSchema,
  path: string,
  name: string,
): Generator<string> {
  const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const known = Object.keys(properties);
  for (const key of required) {
    if (object[key] === undefined) yield `\`${at(key)}\` is missing: ${inWords(properties[key] ?? {})}.`;
  }
  for (const [key, value] of Object.entries(object)) {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own !== undefined) yield* complaints(value, own, at(key), name);
    else if (typeof additionalProperties === "object") yield* complaints(value, additionalProperties, at(key), name);
    else if (!additionalProperties) yield `There is no ${quoted(at(key))}. ${didYouMean(key, known) ?? listed(known)}`;
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "It takes nothing." : `There is ${names.map(quoted).join(", ")}.`;
}

/** What a value has to be. */
function inWords({ type, enum: values, anyOf }: JsonSchema): string {
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" or ");
  if (anyOf !== undefined) return anyOf.map(inWords).join(" or ");
  return type === undefined ? "any value" : words[type];
}

const words: Readonly<Record<NonNullable<JsonSchema["type"]>, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  null: "null",
  object: "an object",
  array: "a list",
};

/** Texts are not repeated: one in the wrong place may be a secret. */
function shown(value: unknown): string {
  const kind = kindOf(value);
  if (kind === "string") return "this text";
  if (kind === "object") return "an object";
  return kind === "array" ? "a list" : String(value);
}

function kindOf(value: unknown): JsonSchema["type"] | "other" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "object" ? kind : "other";
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === "object";
}
