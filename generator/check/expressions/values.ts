import { assignable, isPlain } from "../../types/assignability.js";
import type { TypedValue } from "../../ir/typed-value.js";
import {
  allows,
  literals,
  membersOf,
  nothing,
  string,
  union,
  unknown,
  type ObjectField,
  type Type,
} from "../../types/type.js";
import type { Json, Value } from "../../ir/value.js";

/** A constant. */
export function literalValue(value: Json): TypedValue {
  const type = value === null ? nothing : (literals([value]) ?? unknown);
  return { value: { kind: "literal", value }, type, description: undefined };
}

/** An object of these values. */
export function objectOf(entries: readonly (readonly [string, TypedValue])[]): TypedValue {
  const fields = entries.map(([name, { type, description }]): ObjectField => {
    return { name, type, optional: allows(type, "undefined"), description };
  });
  const value: Value = { kind: "object", fields: entries.map(([name, typed]) => ({ name, value: typed.value })) };
  return { value, type: { kind: "object", fields, rest: undefined }, description: undefined };
}

/** A list of these values. */
export function listOf(items: readonly TypedValue[]): TypedValue {
  const value: Value = { kind: "array", items: items.map((item) => item.value) };
  const type: Type = { kind: "array", items: anyOf(items.map((item) => item.type)) };
  return { value, type, description: undefined };
}

/**
 * A text with values in it. Lists and objects are written as JSON.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function textOf(parts: readonly (string | TypedValue)[]): TypedValue {
  const written = parts.map((part): string | Value => {
    if (typeof part === "string") return part;
    if (part.value.kind === "literal" && typeof part.value.value !== "object") return String(part.value.value);
    return isPlain(part.type) ? part.value : { kind: "made", by: "toText", value: part.value };
  });
  const joined: (string | Value)[] = [];
  for (const part of written) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined.splice(-1, 1, last + part);
    else joined.push(part);
  }
  const [only, ...others] = joined;
  if (only !== undefined && others.length === 0)
    return typeof only === "string" ? literalValue(only) : asText(only, parts);
  return { value: { kind: "template", parts: joined }, type: string, description: undefined };
}

/** A value alone as text. */
function asText(value: Value, parts: readonly (string | TypedValue)[]): TypedValue {
  const typed = parts.find((part) => typeof part !== "string");
  const isText = value.kind === "made" || (typed !== undefined && assignable(typed.type, string));
  return { value: isText ? value : { kind: "text", value }, type: string, description: typed?.description };
}

/** A union in which no constant stands beside the type of all such constants. */
function anyOf(types: readonly Type[]): Type {
  const members = membersOf(union(types));
  const kinds: ReadonlySet<string> = new Set(members.map(({ kind }) => kind));
  return union(members.filter((member) => member.kind !== "literal" || !kinds.has(typeof member.value)));
}
