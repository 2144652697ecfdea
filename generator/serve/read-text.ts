import { partsOf, type Schema } from "../schema/index.js";

/**
 * Texts as what their schema says they are: numbers, booleans, lists. What cannot be read so stays a text, for the
 * schema to complain about.
 */
export function readText(texts: readonly string[], schema: Schema | undefined): unknown {
  const types = typesOf(schema);
  const [text, ...more] = texts;
  if (types.has("array")) return texts.map((one) => readOne(one, itemsOf(schema)));
  return text !== undefined && more.length === 0 ? readOne(text, schema) : texts;
}

function readOne(text: string, schema: Schema | undefined): unknown {
  const types = typesOf(schema);
  const isNumber = (types.has("integer") || types.has("number")) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
  if (isNumber) return Number(text);
  if (types.has("boolean") && /^(true|false)$/.test(text)) return text === "true";
  if (types.has("object") && text.startsWith("{")) return objectIn(text);
  return text;
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Whatever a part of the schema says; where alternatives differ, all of theirs. */
function typesOf(schema: Schema | undefined): ReadonlySet<string> {
  if (schema === undefined) return new Set();
  const parts = partsOf(schema);
  const inside = parts.flatMap(({ oneOf, anyOf }) => [...oneOf, ...anyOf]);
  return new Set([...parts, ...inside].flatMap(({ types }) => [...types]));
}

function itemsOf(schema: Schema | undefined): Schema | undefined {
  return schema && partsOf(schema).find(({ items }) => items !== undefined)?.items;
}
