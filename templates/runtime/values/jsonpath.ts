import { compile, jsonpath, type JSONPathNode, type JSONPathQuery, type JSONValue } from "json-p3";
import { QueryLimitError } from "../errors/errors.js";
import { WorkflowRun } from "../run/run.js";
import { toText } from "./pattern.js";

/** How many values one query may look at. It takes some seconds at most. */
const MOST_LOOKS = 1_000_000;

/**
 * The values that a JSONPath query selects; none where the value is missing or the query is none. Throws a
 * `QueryLimitError` for a query that would have to look at more than a million values, or at one nested too deep.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function queryJson(run: WorkflowRun, value: unknown, query: string): unknown[] {
  return select(run, value, query).map((node) => node.value);
}

/**
 * Those items of a list that a query of one segment (`$[?@.done]`) selects, in the order in which it does. Throws a
 * `QueryLimitError` as `queryJson` does.
 */
export function queryItems<Item>(run: WorkflowRun, items: readonly Item[] | null | undefined, query: string): Item[] {
  if (!Array.isArray(items)) return [];
  const places = select(run, items, query).map(({ location: [index] }) => Number(index));
  return places.flatMap((index) => items.slice(index, index + 1));
}

function select(run: WorkflowRun, value: unknown, query: string): readonly JSONPathNode[] {
  const compiled = isJson(value) ? compiledOf(query) : undefined;
  if (!isJson(value) || compiled === undefined) return [];
  let left = MOST_LOOKS;
  onEachLook(compiled, () => {
    left -= 1;
    if (left < 0) throw new RangeError(`it looks at more than ${MOST_LOOKS} values`);
  });
  try {
    return [...compiled.lazyQuery(value)];
  } catch (cause) {
    // What it looks through is most likely what came last.
    const place = WorkflowRun.sessionOf(run).place(WorkflowRun.latestOf(run)?.stepId);
    throw new QueryLimitError(place, query, MOST_LOOKS, { cause });
  }
}

function compiledOf(query: string): JSONPathQuery | undefined {
  try {
    return compile(query);
  } catch {
    return undefined;
  }
}

/** Has all parts of a query, also those inside of its filters, call `look` for each value that they look at. */
function onEachLook(part: unknown, look: () => void): void {
  if (typeof part !== "object" || part === null) return;
  if (part instanceof jsonpath.JSONPathSelector) {
    part.resolve = (node) => {
      look();
      const found: JSONPathNode[] = [];
      for (const one of part.lazyResolve(node)) {
        look();
        found.push(one);
      }
      return found;
    };
  } else if (part instanceof jsonpath.expressions.LogicalExpression) {
    const evaluate = part.evaluate.bind(part);
    part.evaluate = (context) => {
      look();
      return evaluate(context);
    };
  }
  for (const [name, inner] of Object.entries(part)) if (name !== "environment") onEachLook(inner, look);
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
