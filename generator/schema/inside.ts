import type { Schema } from "./schema.js";

/** The schemas that a schema is made of. */
export function insideOf(schema: Schema): readonly Schema[] {
  const { properties, items, prefixItems, additionalProperties } = schema;
  return [
    ...properties.values(),
    ...(items === undefined ? [] : [items]),
    ...prefixItems,
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...composing(schema),
  ];
}

/** The schemas that describe the same value. */
export function composing({ allOf, oneOf, anyOf }: Schema): readonly Schema[] {
  return [...allOf, ...oneOf, ...anyOf];
}
