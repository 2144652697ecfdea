import { formatExpression, isFailure, parseExpression } from "../../arazzo/index.js";
import { isInside, type Place } from "../../diagnostics.js";
import { valueAt } from "../../documents/index.js";
import type { WorkflowSite } from "../../link/linked.js";
import { schemaAtPointer, type Schema } from "../../schema/index.js";
import type { EvaluationContext } from "./evaluation-context.js";

/**
 * The expression that reads of the first item what another one reads of the list itself; `undefined` where the items of
 * the list do not have it.
 * @param list The schema of the list
 * @param tokens What is read of it: the last tokens of the expression
 */
export function ofFirstItem(list: Schema, tokens: readonly string[], text: string): string | undefined {
  const isList = list.types.has("array") && !list.types.has("object");
  if (!isList || "failedAt" in schemaAtPointer(list, ["0", ...tokens])) return undefined;
  const expression = parseExpression(text);
  if (isFailure(expression) || !("pointer" in expression)) return undefined;
  const path = "path" in expression ? expression.path : [];
  const all = [...path, ...expression.pointer];
  const named = all.slice(0, all.length - tokens.length);
  const isTail = tokens.every((token, index) => token === all[named.length + index]);
  if (!isTail || (named.length === 0 && "path" in expression)) return undefined;
  const kept = path.slice(0, named.length);
  const pointer = [...named.slice(kept.length), "0", ...tokens];
  return formatExpression("path" in expression ? { ...expression, path: kept, pointer } : { ...expression, pointer });
}

/** Whether what is read now can change nothing: it is what a request that only reads sends, or what the workflow returns. */
export function changesNothing({ answer, call, current }: EvaluationContext): boolean {
  const method = current?.operation.method ?? "get";
  return answer === "none" && call === undefined && /^(?:get|head)$/i.test(method);
}

/** Whether an expression stands in a step or an output of the workflow itself, and so is of no use elsewhere. */
export function isOfOnePlace(place: Place, { linked: { document }, at }: WorkflowSite): boolean {
  return ["steps", "outputs"]
    .map((field) => [...at, field])
    .some((path) => valueAt(document.root, path) !== undefined && isInside(place, document.place(path)));
}
