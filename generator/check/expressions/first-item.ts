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
  return withTail(text, tokens, ["0", ...tokens]);
}

/** An expression with other keys in place of its last ones; `undefined` where these are not its last ones. */
export function withTail(text: string, tokens: readonly string[], others: readonly string[]): string | undefined {
  const expression = parseExpression(text);
  if (isFailure(expression) || !("pointer" in expression)) return undefined;
  const path = "path" in expression ? expression.path : [];
  const all = [...path, ...expression.pointer];
  const named = all.slice(0, all.length - tokens.length);
  const isTail = tokens.every((token, index) => token === all[named.length + index]);
  if (!isTail || (named.length === 0 && "path" in expression)) return undefined;
  const kept = path.slice(0, named.length);
  const pointer = [...named.slice(kept.length), ...others];
  return formatExpression("path" in expression ? { ...expression, path: kept, pointer } : { ...expression, pointer });
}

/**
 * Which item of a list is meant: any will do in what a request that only reads sends, and in what the workflow returns,
 * as nothing is changed by it. What a condition asks of a list is not known.
 */
export function itemMeant({ answer, call, current }: EvaluationContext): EvaluationContext["ofList"] {
  const method = current?.operation.method ?? "get";
  if (answer !== "none") return "none";
  return call === undefined && /^(?:get|head)$/i.test(method) ? "first" : "only";
}

/** Whether an expression stands in a step or an output of the workflow itself, and so is of no use elsewhere. */
export function isOfOnePlace(place: Place, { linked: { document }, at }: WorkflowSite): boolean {
  return ["steps", "outputs"]
    .map((field) => [...at, field])
    .some((path) => valueAt(document.root, path) !== undefined && isInside(place, document.place(path)));
}
