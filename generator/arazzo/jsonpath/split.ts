import { compile } from "json-p3";
import { parseJsonPath } from "./parse.js";
import { singularTokens, type Filter, type JsonPathQuery, type Selector } from "./query.js";

/** A query that goes down to one value, then to some of its children, and from each of these down to one value. */
export interface SplitQuery {
  readonly before: readonly string[];
  /** A query of its own for the children; `undefined` where it is all of them. */
  readonly children: string | undefined;
  readonly after: readonly string[];
}

/** The parts of a query of this form; `undefined` of any other, and where a filter looks back at the root. */
export function splitQuery(text: string): SplitQuery | undefined {
  const query = parseJsonPath(text);
  if (!("segments" in query)) return undefined;
  const { segments } = query;
  const many = segments.findIndex((segment) => tokensOf([segment]) === undefined);
  const segment = segments[many];
  const before = tokensOf(segments.slice(0, many));
  const after = tokensOf(segments.slice(many + 1));
  if (segment === undefined || segment.descendant || before === undefined || after === undefined) return undefined;
  const { selectors } = segment;
  if (selectors.some(looksAtRoot)) return undefined;
  const [only] = selectors;
  const isAll = only?.kind === "wildcard" && selectors.length === 1;
  return { before, children: isAll ? undefined : `$${compile(text).segments[many]}`, after };
}

function tokensOf(segments: JsonPathQuery["segments"]): readonly string[] | undefined {
  return singularTokens({ segments });
}

function looksAtRoot(selector: Selector): boolean {
  return selector.kind === "filter" && filterLooksAtRoot(selector.filter);
}

function filterLooksAtRoot(filter: Filter | Extract<Filter, { kind: "call" }>["arguments"][number]): boolean {
  switch (filter.kind) {
    case "or":
    case "and":
      return filter.operands.some(filterLooksAtRoot);
    case "not":
      return filterLooksAtRoot(filter.operand);
    case "compare":
      return filterLooksAtRoot(filter.left) || filterLooksAtRoot(filter.right);
    case "exists":
      return filterLooksAtRoot(filter.path);
    case "call":
      return filter.arguments.some(filterLooksAtRoot);
    case "path":
      return filter.from === "root" || filter.query.segments.some(({ selectors }) => selectors.some(looksAtRoot));
    case "literal":
      return false;
  }
}
