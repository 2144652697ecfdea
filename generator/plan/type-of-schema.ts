import type { Schema } from "../schema/index.js";
import {
  boolean,
  literals,
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
  /** Lists of values stay open: an API may answer tomorrow with what it does not list today. */
  readonly open: boolean;
  /** The name under which a component schema is known, if it has one. */
  readonly nameOf: (schema: Schema, is: () => Type) => Type | undefined;
}

/** Given by a caller, written out in full. */
export const given: SchemaUse = { open: false, nameOf: () => undefined };

/** The TypeScript type of a schema. Where it refers to itself without a name, the inner one is `unknown`. */
export function typeOfSchema(schema: Schema, use: SchemaUse, outer: readonly Schema[] = []): Type {
  if (outer.some((other) => other.raw === schema.raw)) return unknown;
  const within = [...outer, schema];
  const is = (): Type => nullableType(schema, bareType(schema, use, within));
  return use.nameOf(schema, is) ?? is();
}

function nullableType(schema: Schema, type: Type): Type {
  return schema.nullable ? union([type, nothing]) : type;
}

function bareType(schema: Schema, use: SchemaUse, within: readonly Schema[]): Type {
  const listed = schema.values && literals(schema.values);
  if (listed) return use.open && [...schema.types].includes("string") ? openEnum(listed) : listed;
  const alternatives = [...schema.oneOf, ...schema.anyOf];
  if (alternatives.length > 0) return union(alternatives.map((member) => typeOfSchema(member, use, within)));
  if (schema.allOf.length > 0) return allOfType(schema, use, within);
  if (schema.types.size === 0) return schema.properties.size > 0 ? objectType([schema], use, within) : unknown;
  return union([...schema.types].map((type) => typeOfKind(type, schema, use, within)));
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
      return { kind: "array", items: schema.items ? typeOfSchema(schema.items, use, within) : unknown };
    case "object":
      return objectType([schema], use, within);
  }
}

/** Several schemas at once: of objects their fields together, else the first that says something. */
function allOfType(schema: Schema, use: SchemaUse, within: readonly Schema[]): Type {
  const parts = [schema, ...schema.allOf.flatMap(flattened)];
  if (parts.some((part) => part.properties.size > 0)) return objectType(parts, use, within);
  const types = schema.allOf.map((part) => typeOfSchema(part, use, within));
  return types.find((type) => type.kind !== "unknown") ?? unknown;
}

function flattened(schema: Schema): readonly Schema[] {
  return schema.allOf.length === 0 ? [schema] : [schema, ...schema.allOf.flatMap(flattened)];
}

function objectType(parts: readonly Schema[], use: SchemaUse, within: readonly Schema[]): Type {
  const required = new Set(parts.flatMap((part) => [...part.required]));
  const fields = new Map<string, ObjectField>();
  for (const part of parts) {
    for (const [name, property] of part.properties) {
      const type = typeOfSchema(property, use, within);
      fields.set(name, { name, type, optional: !required.has(name), description: property.description });
    }
  }
  return { kind: "object", fields: [...fields.values()], rest: restType(parts, fields.size, use, within) };
}

function restType(
  parts: readonly Schema[],
  fields: number,
  use: SchemaUse,
  within: readonly Schema[],
): Type | undefined {
  const stated = parts.map((part) => part.additionalProperties).find((rest) => typeof rest === "object");
  // An index signature has to take every field's type as well, which only `unknown` is sure to do.
  if (stated) return fields === 0 ? typeOfSchema(stated, use, within) : unknown;
  return fields === 0 && parts.every((part) => part.additionalProperties === true) ? unknown : undefined;
}
