import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { isFailure, parseExpression, parseTemplate, type Expression } from "../../arazzo/index.js";
import { isList, isMapping, type Path } from "../../documents/index.js";
import { readParameters } from "../../link/given-parameters.js";
import { resolve } from "../expressions/resolve.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";

/** Whether there are steps of which nobody knows what they call. */
export function hasLostSteps({ workflow, planned }: LinkedWorkflow): boolean {
  return planned.size < workflow.steps.length;
}

/**
 * Looks at steps that could not be linked, which has been reported: what they send is read from inputs and other steps,
 * whatever it is that they call. The inputs that they name count as used.
 */
export function checkLostSteps(planning: SolvedWorkflow): void {
  const { workflow, at, planned, inputs } = planning;
  if (!hasLostSteps(planning)) return;
  const shared = readParameters(workflow.parameters ?? [], [...at, "parameters"], true, planning);
  for (const [index, step] of workflow.steps.entries()) {
    if (planned.has(index)) continue;
    for (const [, path = ""] of JSON.stringify(step).matchAll(/\$inputs\.([\w.-]+)/g)) inputs.find(path.split("."));
    if (!planning.graph.isReachable(index)) continue;
    const here = [...at, "steps", index];
    const moment = { step: index, phase: "request" } as const;
    const from: EvaluationContext = { planning, moment, current: undefined, answer: "none" };
    const own = readParameters(step.parameters ?? [], [...here, "parameters"], false, planning);
    for (const given of [...own, ...shared]) checkSent(given.value, given.at, from);
    checkSent(step.requestBody?.payload, [...here, "requestBody", "payload"], from);
    for (const [number, { value }] of (step.requestBody?.replacements ?? []).entries()) {
      checkSent(value, [...here, "requestBody", "replacements", number, "value"], from);
    }
  }
}

/** Reports what is wrong with the expressions in a value. */
function checkSent(value: unknown, at: Path, from: EvaluationContext): void {
  if (isList(value) || isMapping(value)) {
    const keys = isList(value) ? [...value.keys()] : Object.keys(value);
    const inner: Readonly<Record<string | number, unknown>> = { ...value };
    for (const key of keys) checkSent(inner[key], [...at, key], from);
  }
  if (typeof value !== "string") return;
  const place = from.planning.linked.document.place(at);
  for (const { expression, text } of expressionsIn(value)) {
    if (isFromBefore(expression)) resolve(expression, text, { ...from, place });
  }
}

/** The expressions in a text; none where it cannot be parsed, as what is called may take it to the letter. */
function expressionsIn(text: string): readonly { readonly expression: Expression; readonly text: string }[] {
  const only = parseExpression(text);
  if (!isFailure(only)) return [{ expression: only, text }];
  const parts = parseTemplate(text);
  return isFailure(parts) ? [] : parts.filter((part) => part.kind === "expression");
}

/** Whether an expression means something that has nothing to do with what the step calls. */
function isFromBefore({ kind }: Expression): boolean {
  return kind === "inputs" || kind === "steps" || kind === "workflows" || kind === "components";
}
