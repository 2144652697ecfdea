import { compile } from "json-p3";
import { parseJsonPath } from "./parse.js";
import { filterParts, singularTokens, type JsonPathQuery } from "./query.js";

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
  const parts = [...filterParts({ segments: [segment] })];
  if (parts.some((part) => part.kind === "path" && part.from === "root")) return undefined;
  const [only] = selectors;
  const isAll = only?.kind === "wildcard" && selectors.length === 1;
  return { before, children: isAll ? undefined : `$${compile(text).segments[many]}`, after };
}

function tokensOf(segments: JsonPathQuery["segments"]): readonly string[] | undefined {
  return singularTokens({ segments });
}
