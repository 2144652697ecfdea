import type { Expression } from "../expression/expression.js";
import { isFailure, type Failure } from "../failure.js";
import { parseJsonPath } from "../jsonpath/parse.js";
import { singularTokens, type JsonPathQuery } from "../jsonpath/query.js";
import type { ParsedCondition, FilterCondition, Span } from "./condition.js";
import { embed } from "./embedding.js";
import { translateExistence, translateFilter, type FilterScope } from "./filter.js";
import { parseLogical } from "./grammar.js";
import { predicateDialect } from "./predicate.js";
import { slowQuery, type SlowPart } from "./slow-pattern.js";
import { operandSpan } from "./span.js";

/** A condition of type `jsonpath`, and the language that it turned out to be written in. */
export interface JsonPathReading {
  readonly condition: ParsedCondition;
  readonly dialect: "jsonpath" | "predicate";
  readonly slow?: SlowPart;
}

/**
 * Reads a condition of type `jsonpath`: as a query of RFC 9535 first, and if it is none, as a predicate over `$` paths.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#jsonpath-conditions
 */
export function parseJsonPathCondition(text: string, context: Expression): JsonPathReading | Failure {
  const embedding = embed(text);
  if (isFailure(embedding)) return embedding;
  // White space around a query is none of its own; YAML leaves a line break behind a block.
  const before = embedding.query.search(/\S|$/);
  const query = parseJsonPath(embedding.query.trim());
  const toText = (offset: number): number => embedding.toOriginal(offset + before);
  if (!isFailure(query)) {
    const spanAt = (offset: number): Span => operandSpan(text, toText(offset));
    const scope: FilterScope = { context, base: "context", embedding, spanAt };
    const slow: SlowPart = (judge) => slowQuery(query, judge, spanAt, embedding.holds);
    return { condition: readQuery(query, text, scope), dialect: "jsonpath", slow };
  }

  const condition = parseLogical(text, predicateDialect(context));
  if (!isFailure(condition)) return { condition, dialect: "predicate" };
  if (readsAsComparison(text)) return condition;
  return { ...query, start: toText(query.start), end: toText(query.end) };
}

function readQuery(query: JsonPathQuery, text: string, scope: FilterScope): ParsedCondition {
  const existence = translateExistence({ kind: "path", from: "root", query, start: 0 }, scope);
  const filter = existence === undefined ? readFilter(query, text, scope) : undefined;
  const { parts } = scope.embedding;
  const parsed = parts.some((part) => part.kind === "expression") ? undefined : query;
  const span = { start: 0, end: text.length };
  return existence ?? filter ?? { kind: "jsonpath", context: scope.context, query: text, parts, parsed, ...span };
}

/** A query that ends in its one filter. */
function readFilter(query: JsonPathQuery, text: string, scope: FilterScope): FilterCondition | undefined {
  const last = query.segments.at(-1);
  const [selector] = last?.selectors ?? [];
  if (last === undefined || last.descendant || last.selectors.length !== 1 || selector?.kind !== "filter")
    return undefined;
  const tokens = singularTokens({ segments: query.segments.slice(0, -1) });
  if (tokens === undefined || tokens.some(scope.embedding.holds)) return undefined;
  const where = translateFilter(selector.filter, { ...scope, base: "item" });
  const self = tokens.length === 0 ? translateFilter(selector.filter, scope) : undefined;
  if (where === undefined) return undefined;
  const span = { start: 0, end: text.length };
  return { kind: "filter", context: scope.context, tokens, query: text, where, self, ...span };
}

// Which of two failures helps: the author of `$.a = 1` did not want to write a query.
function readsAsComparison(text: string): boolean {
  const outside = text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gs, "''").replace(/\[[^\]]*\]/g, "");
  return !text.includes("[?") && /[=<>]|&&|\|\|/.test(outside);
}
