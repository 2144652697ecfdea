import { isFailure, parseExpression, parseTemplate, type Expression, type Outputs } from "../../arazzo/index.js";
import { askedBy } from "./deferred-value.js";
import { longestName } from "../../link/longest-name.js";
import type { EvaluationContext } from "./evaluation-context.js";

/** Whether an output is made of what a step gives that cannot have run yet. */
export function isOfLaterStep(output: Outputs[string], from: EvaluationContext): boolean {
  const { workflow, positions, graph } = from.planning;
  if (expressionsIn(output).some((expression) => isOfLaterCall(expression, from))) return true;
  return stepsBehind(output, workflow.outputs ?? {}).some((stepId) => {
    const index = positions.get(stepId);
    return index !== undefined && graph.ran(index, from.moment) === "never";
  });
}

/** Whether an expression means a workflow that only later steps call. */
function isOfLaterCall(expression: Expression, { planning, moment }: EvaluationContext): boolean {
  if (expression.kind !== "workflows") return false;
  const calls = planning.calls.filter(({ target }) => target.workflowId === expression.workflowId);
  return calls.length > 0 && calls.every(({ index }) => planning.graph.ran(index, moment) === "never");
}

/** Whether an output is made of an input that is given later, and that nothing has asked for yet. */
export function isOfLaterInput(output: Outputs[string], from: EvaluationContext): boolean {
  const { inputs, deferred } = from.planning;
  const names = inputs.deferred();
  if (names.length === 0) return false;
  return expressionsIn(output).some((expression) => {
    const name = expression.kind === "inputs" ? inputs.find(expression.path)?.name : undefined;
    const input = name === undefined ? undefined : deferred.get(name);
    return name !== undefined && names.includes(name) && (input === undefined || askedBy(input, from) === "never");
  });
}

/** The ids of the steps that an output takes something from, by way of other outputs too. */
export function stepsBehind(
  output: Outputs[string],
  outputs: Outputs,
  seen: readonly string[] = [],
): readonly string[] {
  return expressionsIn(output).flatMap((expression) => {
    if (expression.kind === "steps") return [expression.stepId];
    const found = expression.kind === "outputs" ? longestName(expression.path, Object.keys(outputs)) : undefined;
    const other = found && outputs[found.name];
    if (found === undefined || other === undefined || seen.includes(found.name)) return [];
    return stepsBehind(other, outputs, [...seen, found.name]);
  });
}

function expressionsIn(output: Outputs[string]): readonly Expression[] {
  const text = typeof output === "object" ? output.context : String(output);
  const expression = parseExpression(text);
  if (!isFailure(expression)) return [expression];
  const parts = parseTemplate(text);
  return isFailure(parts) ? [] : parts.flatMap((part) => (part.kind === "expression" ? [part.expression] : []));
}
