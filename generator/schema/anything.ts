import type { Schema } from "./schema.js";

/** A schema that allows anything, for what lies inside of values of which a schema says no more. */
export function anythingAt(around: Schema): Schema {
  return {
    document: around.document,
    at: around.at,
    component: undefined,
    types: new Set(),
    nullable: false,
    values: undefined,
    properties: new Map(),
    required: new Set(),
    additionalProperties: true,
    items: undefined,
    prefixItems: [],
    allOf: [],
    oneOf: [],
    anyOf: [],
    default: undefined,
    hasDefault: false,
    description: undefined,
    format: undefined,
    deprecated: false,
    raw: {},
  };
}
