import { isExpression } from "../arazzo/index.js";
import { isMapping } from "../documents/index.js";
import { allOfSchemas, type Schema } from "../schema/index.js";
import { assignable, isPlain } from "./compatible.js";
import { propertiesOf, requiredOf, takesOthers } from "./object-schema.js";
import { given, typeOfSchema } from "./type-of-schema.js";
import { literals, nothing, string, unknown } from "./type.js";

/**
 * The schema that a list or an object has to follow: that of the first of the alternatives which could be meant, or
 * the schema itself where it has none. `undefined` where the value cannot be meant at all.
 */
export function alternativeFor(schema: Schema, value: object): Schema | undefined {
  const alternatives = [...schema.oneOf, ...schema.anyOf];
  const meant = alternatives.find((alternative) => couldBe(value, alternative));
  if (alternatives.length > 0) return meant && allOfSchemas(schema, meant);
  const { types } = schema;
  return types.size === 0 || types.has(Array.isArray(value) ? "array" : "object") ? schema : undefined;
}

/** Whether the schema allows a value, as far as the document alone can tell: an expression may be anything. */
function couldBe(value: unknown, schema: Schema): boolean {
  if (isExpression(value)) return true;
  const alternatives = [...schema.oneOf, ...schema.anyOf];
  if (alternatives.length > 0) return alternatives.some((alternative) => couldBe(value, alternative));
  const { types, items } = schema;
  if (Array.isArray(value)) {
    const isList = types.size === 0 || types.has("array");
    return isList && (items === undefined || value.every((item) => couldBe(item, items)));
  }
  if (isMapping(value)) return (types.size === 0 || types.has("object")) && hasFieldsOf(value, schema);
  const type = value === null ? nothing : (literals([value]) ?? unknown);
  const target = typeOfSchema(schema, given);
  return assignable(type, target) || (isPlain(type) && assignable(string, target));
}

function hasFieldsOf(value: Readonly<Record<string, unknown>>, schema: Schema): boolean {
  const properties = propertiesOf(schema);
  const known = Object.entries(value).every(([name, field]) => {
    const property = properties.get(name);
    return property === undefined ? takesOthers(schema) : couldBe(field, property);
  });
  return known && [...requiredOf(schema)].every((name) => Object.hasOwn(value, name));
}
