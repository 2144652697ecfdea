import {
  conditionExpressions,
  isFailure,
  parseCondition,
  type Criterion,
  type Expression,
} from "../../arazzo/index.js";
import type { Assumption } from "../../diagnostics.js";
import { overlayFix, type Path } from "../../documents/index.js";
import type { WorkflowSite } from "../../link/linked.js";

/**
 * That a criterion is not there: it asks for the answer of a step that calls a workflow, and has none. `undefined` of one
 * that asks for something else as well.
 */
export function passedOver(
  criteria: readonly Criterion[],
  at: Path,
  index: number,
  { linked }: WorkflowSite,
): Assumption | undefined {
  const isOne = criteria.map(asksForAnswer);
  if (isOne[index] !== true) return undefined;
  // A list may not be left empty.
  const place = isOne.every(Boolean) ? at : [...at, index];
  const description = "A step that calls a workflow has no answer.";
  return {
    that: "it is passed over, as that workflow fails where one of its steps does",
    actions: () => overlayFix(linked.document, [{ at: place, description }]),
  };
}

function asksForAnswer(criterion: Criterion): boolean {
  const parsed = parseCondition(criterion);
  const expressions = isFailure(parsed) ? [] : conditionExpressions(parsed.condition);
  return expressions.length > 0 && expressions.every(isOfAnswer);
}

function isOfAnswer(expression: Expression): boolean {
  if (expression.kind === "statusCode" || expression.kind === "url") return true;
  return (expression.kind === "body" || expression.kind === "header") && expression.of === "response";
}
