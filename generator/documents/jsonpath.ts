import { jsonpath, JSONPathEnvironment, JSONPathError, JSONPathQuery, type JSONValue } from "json-p3";
import { valueAt } from "./data.js";
import type { Path } from "./document.js";
import { limits } from "./limits.js";

/** A query that follows RFC 9535. */
export type Query = JSONPathQuery;

class TooMuchWork extends Error {}

/** What is wrong with a query, and where in its text, as far as that is known. */
export interface QueryFault {
  readonly message: string;
  readonly at?: number | undefined;
}

/** Longer queries are refused: their parser recurses, and nobody writes them. */
const LONGEST = 2_000;
/** Each `..` of a query looks at all that the one before it has found. */
const MOST_DESCENTS = 4;
/** Values that a query may select. */
const MOST_MATCHES = 100_000;
/** Values that a query may look at; each counts as often as it is looked at. */
const MOST_LOOKS = 1_000_000;

const environment = new JSONPathEnvironment({ strict: true, maxRecursionDepth: 2 * limits.depth });

/**
 * Parses a JSONPath query.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function parseQuery(text: string): Query | QueryFault {
  if (text.length > LONGEST) return { message: `it is longer than ${LONGEST} characters` };
  if (text.split("..").length - 1 > MOST_DESCENTS) return { message: `it has more than ${MOST_DESCENTS} times \`..\`` };
  try {
    return environment.compile(text);
  } catch (error) {
    return faultOf(error);
  }
}

/** Whether the query could not be parsed or run. */
export function isQueryFault<T extends object>(result: T | QueryFault): result is QueryFault {
  return "message" in result;
}

/** The paths of what the query selects, each once, in the order of RFC 9535. */
export function runQuery(query: Query, root: unknown): readonly Path[] | QueryFault {
  const found = new Map<string, Path>();
  let matches = 0;
  let looks = 0;
  onEachLook(query, () => {
    looks += 1;
    if (looks > MOST_LOOKS) throw new TooMuchWork(`it looks at more than ${MOST_LOOKS.toLocaleString("en-US")} values`);
  });
  try {
    for (const node of query.lazyQuery(root as JSONValue)) {
      matches += 1;
      if (matches > MOST_MATCHES)
        return { message: `it selects more than ${MOST_MATCHES.toLocaleString("en-US")} values` };
      found.set(JSON.stringify(node.location), node.location);
    }
  } catch (error) {
    return faultOf(error);
  }
  return [...found.values()];
}

/** The same of a query as text; what is wrong with it in words. */
export function selectPaths(text: string, root: unknown): readonly Path[] | string {
  const query = parseQuery(text);
  const paths = isQueryFault(query) ? query : runQuery(query, root);
  return isQueryFault(paths) ? paths.message : paths;
}

/** How far a query gets that selects nothing. */
export interface Reach {
  /** The longest beginning of the query that selects something. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** The name asked for next, `undefined` where anything but one name is. */
  readonly name: string | undefined;
}

/** Where a query that selects nothing comes to its end. */
export function reachOf(query: Query, root: unknown): Reach {
  for (let length = query.segments.length - 1; length > 0; length--) {
    const beginning = new JSONPathQuery(environment, query.segments.slice(0, length));
    const paths = runQuery(beginning, root);
    if (isQueryFault(paths) || paths.length === 0) continue;
    const values = paths.slice(0, 100).map((path) => valueAt(root, path));
    return { text: beginning.toString({ form: "pretty" }), values, name: nameIn(query, length) };
  }
  return { text: "$", values: [root], name: nameIn(query, 0) };
}

/** As in `templates/runtime/values/jsonpath.ts`: has all parts of a query call `look` for each value that they look at. */
function onEachLook(part: unknown, look: () => void): void {
  if (typeof part !== "object" || part === null) return;
  if (part instanceof jsonpath.JSONPathSelector) {
    part.resolve = (node) => {
      look();
      return Array.from(part.lazyResolve(node), (found) => (look(), found));
    };
  } else if (part instanceof jsonpath.expressions.LogicalExpression) {
    const evaluate = jsonpath.expressions.LogicalExpression.prototype.evaluate.bind(part);
    part.evaluate = (context) => (look(), evaluate(context));
  }
  for (const [name, inner] of Object.entries(part)) if (name !== "environment") onEachLook(inner, look);
}

function nameIn(query: Query, segment: number): string | undefined {
  const selectors = query.segments[segment]?.selectors ?? [];
  const [selector] = selectors;
  if (selectors.length !== 1 || !selector || !("name" in selector)) return undefined;
  return typeof selector.name === "string" ? selector.name : undefined;
}

function faultOf(error: unknown): QueryFault {
  if (error instanceof TooMuchWork) return { message: error.message };
  // A RangeError is a stack that overflowed; what else may come out of a library is no better to read.
  if (!(error instanceof JSONPathError)) return { message: "it is nested too deep to be read" };
  const message = error.message.replace(/ \('[\s\S]*':\d+\)$/, "");
  return { message, at: error.token.index };
}
