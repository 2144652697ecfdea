import { isExpression, isFailure, parseTemplate, type JsonPathQuery } from "../../arazzo/index.js";
import { isList, isMapping, selectPaths, type Path } from "../../documents/index.js";

/**
 * The paths of what a JSONPath query selects in a payload as it stands in the document, or why that cannot be told: a
 * filter may ask for what an expression stands for.
 */
export function selectIn(payload: unknown, query: string, parsed: JsonPathQuery): readonly Path[] | string {
  const filters = parsed.segments.some(({ selectors }) => selectors.some(({ kind }) => kind === "filter"));
  if (filters && hasExpressions(payload)) {
    return "a filter cannot be applied to a payload that has expressions in it, or is one";
  }
  if (isExpression(payload)) return "only a JSON Pointer leads into what an expression stands for";
  return selectPaths(query, payload);
}

function hasExpressions(value: unknown): boolean {
  if (isExpression(value)) return true;
  if (isList(value)) return value.some(hasExpressions);
  if (isMapping(value)) return Object.values(value).some(hasExpressions);
  const parts = typeof value === "string" ? parseTemplate(value) : [];
  return !isFailure(parts) && parts.some((part) => part.kind === "expression");
}
