import { isExpression, isFailure, parseTemplate } from "../../arazzo/index.js";
import { isMapping } from "../../documents/index.js";
import { allOfSchemas, choicesOf, partsOf, type Schema } from "../../schema/index.js";
import { othersOf, propertiesOf, requiredOf, takesOthers } from "../../types/object-schema.js";

/**
 * The schema that a list or an object has to follow: the schema itself, and of each of its choices the first that could
 * be meant, else the one that comes nearest. `undefined` where nothing of that shape can be meant at all.
 */
export function alternativeFor(schema: Schema, value: object): Schema | undefined {
  const chosen = choicesOf(schema).map((choice) => meantBy(value, choice));
  if (!chosen.every((alternative) => alternative !== undefined)) return undefined;
  const all = allOfSchemas(schema, ...chosen.map((alternative) => alternativeFor(alternative, value) ?? alternative));
  return isOfShape(all, value) ? all : undefined;
}

function meantBy(value: object, choice: readonly Schema[]): Schema | undefined {
  const fitting = choice.find((alternative) => couldBe(value, alternative));
  if (fitting !== undefined) return fitting;
  const near = choice.filter((alternative) => alternativeFor(alternative, value) !== undefined);
  return near.toSorted((a, b) => distance(value, a) - distance(value, b))[0];
}

/** How far a value is from a schema: a field that is missing or unknown tells more than one of another type. */
function distance(value: object, schema: Schema): number {
  const properties = propertiesOf(schema);
  const unknownNames = Object.keys(value).filter((name) => !properties.has(name));
  const missing = [...requiredOf(schema)].filter((name) => !Object.hasOwn(value, name));
  const wrong = Object.entries(value).filter(([name, field]) => {
    const property = properties.get(name);
    return property !== undefined && !couldBe(field, property);
  });
  return wrong.length + 2 * (unknownNames.length + missing.length);
}

function isOfShape({ types, values }: Schema, value: object): boolean {
  const shape = Array.isArray(value) ? "array" : "object";
  return (types.size === 0 && values === undefined) || types.has(shape);
}

/** Whether the schema allows a value, as far as the document alone can tell: an expression may be anything. */
function couldBe(value: unknown, schema: Schema): boolean {
  if (isExpression(value)) return true;
  if (choicesOf(schema).some((choice) => !choice.some((alternative) => couldBe(value, alternative)))) return false;
  if (Array.isArray(value))
    return isOfShape(schema, value) && value.every((item, index) => couldBeItem(item, index, schema));
  if (isMapping(value)) return isOfShape(schema, value) && hasFieldsOf(value, schema);
  return partsOf(schema).every((part) => takesScalar(part, value));
}

/** Whether what the schema says itself allows a text, a number, true, false or null. */
function takesScalar({ types, values, nullable }: Schema, value: unknown): boolean {
  if (value === null) return nullable || (types.size === 0 && values === undefined);
  const isText = typeof value === "string" && hasExpressions(value);
  if (values !== undefined) return !isText && values.some((listed) => listed === value || listed === String(value));
  const kinds = typeof value === "number" ? ["number", "integer"] : [typeof value];
  // A number or a boolean becomes text where text is wanted.
  return types.size === 0 || types.has("string") || [...types].some((type) => kinds.includes(type));
}

/** Of a text with expressions in it nobody knows yet what it will be. */
function hasExpressions(text: string): boolean {
  const parts = parseTemplate(text);
  return !isFailure(parts) && parts.some((part) => part.kind === "expression");
}

function couldBeItem(item: unknown, index: number, { prefixItems, items }: Schema): boolean {
  const schema = prefixItems[index] ?? items;
  return schema === undefined || couldBe(item, schema);
}

function hasFieldsOf(value: Readonly<Record<string, unknown>>, schema: Schema): boolean {
  const properties = propertiesOf(schema);
  const others = othersOf(schema);
  const known = Object.entries(value).every(([name, field]) => {
    const property = properties.get(name) ?? others;
    return property === undefined ? takesOthers(schema) : couldBe(field, property);
  });
  return known && [...requiredOf(schema)].every((name) => Object.hasOwn(value, name));
}
