import { formatPointer } from "../documents/pointer.js";
import { parseExpression } from "./expression/parse.js";
import type { Expression } from "./expression/expression.js";
import { readPointer } from "./expression/pointer.js";
import { failure, isFailure, type Failure } from "./failure.js";
import { parseJsonPath } from "./jsonpath/parse.js";
import { singularTokens, type JsonPathQuery } from "./jsonpath/query.js";
import type { PayloadReplacement } from "./model/request-body.js";
import type { Selector } from "./model/selector.js";

/** What a selector picks: one place, or what a query finds. */
export type Selection =
  | { readonly kind: "pointer"; readonly tokens: readonly string[] }
  | { readonly kind: "jsonpath"; readonly query: string; readonly parsed: JsonPathQuery };

/** A Selector Object that was read. A JSONPath of names and indexes alone comes as a pointer, which is the same. */
export interface ParsedSelector {
  readonly kind: "selector";
  readonly context: Expression;
  readonly selection: Selection;
}

/** Why a Selector Object could not be read; offsets are offsets into the text of `field`. */
export interface SelectorFailure extends Failure {
  readonly field: "context" | "selector";
}

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#selector-object */
export function parseSelector({ context, selector, type }: Selector): ParsedSelector | SelectorFailure {
  const expression = parseExpression(context);
  if (isFailure(expression)) return { ...expression, field: "context" };
  const selection = parseSelection(selector, typeof type === "object" ? type.type : type);
  return isFailure(selection)
    ? { ...selection, field: "selector" }
    : { kind: "selector", context: expression, selection };
}

/**
 * The place in a payload that a replacement sets. Without `targetSelectorType` it is an XPath where the payload is XML,
 * and else a JSON Pointer: the specification says so of JSON, and leaves other kinds of payload open.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#payload-replacement-object
 */
export function parseTarget(replacement: PayloadReplacement, contentType: string | undefined): Selection | Failure {
  const { target, targetSelectorType: type } = replacement;
  const byPayload = contentType !== undefined && /[/+]xml\s*(;|$)/i.test(contentType) ? "xpath" : "jsonpointer";
  return parseSelection(target, typeof type === "object" ? type.type : (type ?? byPayload));
}

/** The JSON Pointer that is meant by a JSONPath of names and indexes, or by names with dots between them. */
export function meantPointer(target: string): string | undefined {
  const query = /^[\p{L}_]/u.test(target) ? `$.${target}` : target;
  const selection = query.startsWith("$") ? parseSelection(query, "jsonpath") : undefined;
  if (selection === undefined || isFailure(selection) || selection.kind !== "pointer") return undefined;
  return formatPointer(selection.tokens);
}

function parseSelection(text: string, type: "jsonpath" | "xpath" | "jsonpointer"): Selection | Failure {
  if (type === "xpath") return failure("XPath is not supported", 0, text.length, { unsupported: true });
  if (type === "jsonpointer") {
    const tokens = readPointer(text);
    return isFailure(tokens) ? tokens : { kind: "pointer", tokens };
  }
  const parsed = parseJsonPath(text);
  if (isFailure(parsed)) return parsed;
  const tokens = singularTokens(parsed);
  return tokens === undefined ? { kind: "jsonpath", query: text, parsed } : { kind: "pointer", tokens };
}
