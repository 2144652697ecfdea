import { isFile } from "../openapi/index.js";
import { partsOf, type Schema } from "../schema/index.js";
import { demanding, intersection } from "./intersection.js";
import { isMarked } from "./object-schema.js";
import { limitsOf } from "./schema-limits.js";
import {
  blob,
  boolean,
  literals,
  never,
  nothing,
  number,
  openEnum,
  string,
  union,
  unknown,
  type ObjectField,
  type Type,
} from "./type.js";

/** How a schema is used: what a caller gives, or what an API answers. */
export interface SchemaUse {
  /** What an API answers. Lists of values stay open: tomorrow it may answer with what it does not list today. */
  readonly open: boolean;
  /** It is sent to an API, which takes nothing that is `readOnly`. */
  readonly sent?: boolean;
  /** Bytes are sent as files, and not as text. */
  readonly files?: boolean;
  /** The name under which a schema is known, if it has one. */
  readonly nameOf: (schema: Schema, is: () => Type) => Type | undefined;
}

/** Given by a caller, written out in full. */
export const given: SchemaUse = { open: false, nameOf: () => undefined };

/**
 * The TypeScript type of a schema, which is that which is written into the file of the API, as far as the compiler
 * can tell. Inside of itself a schema without a name is `unknown` in an answer; no value goes to such a place.
 */
export function typeOfSchema(schema: Schema, use: SchemaUse, outer: readonly Schema[] = []): Type {
  const within = [...outer, schema];
  const is = (): Type => bareType(schema, use, within);
  const type = use.nameOf(schema, is) ?? (isInside(schema, outer) ? unsaid(use) : is());
  return isNullable(schema) ? union([type, nothing]) : type;
}

/** How deep schemas are looked into; those made of several others may go on for ever without being the same. */
const deepest = 64;

function isInside(schema: Schema, outer: readonly Schema[]): boolean {
  return outer.length > deepest || outer.some((other) => other.raw === schema.raw);
}

/** What stands where no type can be written: as little as can be said of an answer, and what takes nothing. */
function unsaid(use: SchemaUse): Type {
  return use.open ? unknown : never;
}

/** Whether the schema itself allows null; what its `allOf`, `oneOf` and `anyOf` allow they say themselves. */
function isNullable({ raw, nullable, values, allOf, oneOf, anyOf }: Schema): boolean {
  if (values !== undefined || allOf.length + oneOf.length + anyOf.length === 0) return nullable;
  return raw["nullable"] === true || [raw["type"]].flat().includes("null");
}

const none: ReadonlySet<string> = new Set();

function bareType(schema: Schema, use: SchemaUse, within: readonly Schema[]): Type {
  if (use.files && isFile(schema.raw)) return union([blob, string]);
  const listed = listedType(schema, use);
  if (listed) return listed;
  const inner = (part: Schema): Type => typeOfSchema(part, use, within);
  const whole = (parts: readonly Type[], names: ReadonlySet<string>): Type =>
    intersection(
      parts.map((part) => demanding(part, names)),
      use.open ? "taken" : "wanted",
    );
  if (schema.all !== undefined) return whole(schema.all.map(inner), use.open ? none : requiredNames(schema, use));
  const { allOf, oneOf, anyOf } = schema;
  const composed = [
    ...allOf.map(inner),
    ...[anyOf, oneOf].filter((group) => group.length > 0).map((group) => union(group.map(inner))),
  ];
  const own = ownType(schema, use, within, composed.length > 0);
  return whole([own, ...composed], demandedNames(schema, use));
}

/** The values of an `enum` or `const`. Those of an object are no types. */
function listedType({ raw, types, values }: Schema, use: SchemaUse): Type | undefined {
  const isObject = types.has("object") || "properties" in raw || "additionalProperties" in raw;
  if (values === undefined || ("enum" in raw && isObject)) return undefined;
  if (values.length === 0 && types.size > 0 && "enum" in raw && isEmpty(raw["enum"])) return undefined;
  const listed = literals(values);
  return listed && use.open && "enum" in raw && types.has("string") ? openEnum(listed) : listed;
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

/** What the schema says itself. That it is an object it need not say where its `allOf` and the like do. */
function ownType(schema: Schema, use: SchemaUse, within: readonly Schema[], composed: boolean): Type {
  const { types } = schema;
  const isObject = schema.properties.size > 0 || restTypes(schema, use, within).length > 0;
  if (types.size === 0) return isObject ? objectType(schema, use, within) : unknown;
  if (composed && !isObject && types.size === 1 && types.has("object")) return unknown;
  return union([...types].map((type) => typeOfKind(type, schema, use, within)));
}

function typeOfKind(
  kind: "string" | "number" | "integer" | "boolean" | "object" | "array",
  schema: Schema,
  use: SchemaUse,
  within: readonly Schema[],
): Type {
  switch (kind) {
    case "string":
      return string;
    case "number":
    case "integer":
      return number;
    case "boolean":
      return boolean;
    case "array":
      return arrayType(schema, use, within);
    case "object":
      return objectType(schema, use, within);
  }
}

function arrayType({ raw, items, prefixItems }: Schema, use: SchemaUse, within: readonly Schema[]): Type {
  const first = prefixItems.map((item) => typeOfSchema(item, use, within));
  const others = items === undefined || typeof raw["items"] === "boolean" ? [] : [typeOfSchema(items, use, within)];
  if (first.length > 0 && others.length === 0) return { kind: "tuple", items: first };
  return { kind: "array", items: others.length === 0 ? unknown : union([...first, ...others]) };
}

function objectType(schema: Schema, use: SchemaUse, within: readonly Schema[]): Type {
  const required = requiredNames(schema, use);
  const mark = use.open ? "writeOnly" : use.sent ? "readOnly" : undefined;
  const properties = [...schema.properties].filter(([, property]) => !mark || !isMarked(property, mark));
  const fields = properties.map(([name, property]): ObjectField => {
    const type = typeOfSchema(property, use, within);
    const { description } = property;
    const field = { name, type, optional: !required.has(name), description };
    return use.open ? field : { ...field, ...notesOf(property) };
  });
  const rest = restTypes(schema, use, within);
  // An index signature has to take every field's type as well, which only `unknown` is sure to do.
  if (fields.length > 0) return { kind: "object", fields, rest: rest.length > 0 ? unknown : undefined };
  return { kind: "object", fields, rest: rest.length > 0 ? union(rest) : unknown };
}

/** What a caller should know of a field. */
function notesOf(schema: Schema): Partial<ObjectField> {
  return { format: schema.format, limits: limitsOf(schema), deprecated: schema.deprecated };
}

/** What the schema says of fields that it does not list. */
function restTypes({ raw, additionalProperties }: Schema, use: SchemaUse, within: readonly Schema[]): readonly Type[] {
  if (!("additionalProperties" in raw) || additionalProperties === false) return [];
  return [additionalProperties === true ? unknown : typeOfSchema(additionalProperties, use, within)];
}

/** Nobody sends a property that is `readOnly`, even if it is required of the answer. */
function requiredNames({ properties, required }: Schema, { open }: SchemaUse): ReadonlySet<string> {
  return new Set([...required].filter((name) => open || !isMarked(properties.get(name), "readOnly")));
}

/** What a schema requires of the fields that its `allOf`, `oneOf` and `anyOf` list. */
function demandedNames(schema: Schema, use: SchemaUse): ReadonlySet<string> {
  const { allOf, oneOf, anyOf } = schema;
  if (allOf.length + oneOf.length + anyOf.length === 0) return none;
  return new Set(partsOf(schema).flatMap((part) => [...requiredNames(part, use)]));
}
