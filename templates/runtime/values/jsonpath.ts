import { type JSONValue, query as select } from "json-p3";
import { toText } from "./pattern.js";

/**
 * The values that a JSONPath query selects; none where the value is missing or the query is none.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function queryJson(value: unknown, query: string): unknown[] {
  if (!isJson(value)) return [];
  try {
    return select(query, value).values();
  } catch {
    return [];
  }
}

/** Those items of a list that a query of one segment (`$[?@.done]`) selects, in the order in which it does. */
export function queryItems<Item>(items: readonly Item[] | null | undefined, query: string): Item[] {
  const list: unknown = items;
  if (!Array.isArray(items) || !isJson(list)) return [];
  const places = select(query, list).nodes.map(({ location: [index] }) => Number(index));
  return places.flatMap((index) => items.slice(index, index + 1));
}

/** A value as a literal of a query: text in quotes, and `null` for all that has no literal. */
export function queryLiteral(value: unknown): string {
  if (typeof value === "string") return `"${queryText(value)}"`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "null";
}

const short: Readonly<Record<string, string>> = { "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value as text between the quotes of a query, single ones or double ones. What is missing is empty. */
export function queryText(value: unknown): string {
  // The library takes a line break by its short escape alone, and a quote of the other kind only by its code.
  return toText(value).replace(
    /["'\\\u0000-\u001f]/g,
    (unit) => short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What was read from an answer, or given as input, is JSON. */
function isJson(value: unknown): value is JSONValue {
  return value !== undefined && value !== null;
}
