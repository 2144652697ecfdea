import { AllOf } from "./all-of.js";
import { AnyOf } from "./any-of.js";
import type { Schema } from "./schema.js";

/**
 * The schema objects of a document, one for each alternative, in which a property can be listed so that the values of
 * the schema have it. None where they are no objects, or where the property is ruled out by name.
 */
export function ownersOf(schema: Schema, name: string): readonly Schema[] {
  if (schema instanceof AnyOf) return schema.anyOf.flatMap((alternative) => ownersOf(alternative, name));
  if (!mayBeObject(schema, new Set()) || schema.properties.has(name)) return [];
  const parts = schema instanceof AllOf ? schema.all.filter((part) => mayBeObject(part, new Set())) : [schema];
  const owner = parts.find(({ properties }) => properties.size > 0) ?? parts[0];
  return owner === undefined ? [] : [owner];
}

function mayBeObject({ types, values, oneOf, anyOf }: Schema, outer: ReadonlySet<Schema>): boolean {
  if (values !== undefined) return false;
  if (types.size > 0) return types.has("object");
  return [oneOf, anyOf].every(
    (choice) =>
      choice.length === 0 || choice.some((part) => !outer.has(part) && mayBeObject(part, new Set([...outer, part]))),
  );
}
