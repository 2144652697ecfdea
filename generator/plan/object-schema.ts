import { partsOf, type Schema } from "../schema/index.js";

/** The properties of an object, those that `allOf` brings in included. */
export function propertiesOf(schema: Schema): ReadonlyMap<string, Schema> {
  return new Map(partsOf(schema).flatMap((part) => [...part.properties]));
}

export function requiredOf(schema: Schema): ReadonlySet<string> {
  return new Set(partsOf(schema).flatMap((part) => [...part.required]));
}

/**
 * Whether fields that the schema does not list may be sent. JSON Schema allows them wherever nothing is said; people
 * who list fields mean the list, and a misspelt field would be dropped by the API without a word.
 */
export function takesOthers(schema: Schema): boolean {
  const parts = partsOf(schema);
  const stated = parts.some((part) => "additionalProperties" in part.raw && part.additionalProperties !== false);
  return stated || parts.every((part) => part.properties.size === 0 && part.additionalProperties !== false);
}
