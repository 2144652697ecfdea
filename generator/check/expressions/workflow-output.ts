import type { OutputsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { longestName } from "../../link/longest-name.js";
import { inside, type Referent } from "./referent.js";
import type { EvaluationContext, PlacedContext } from "./evaluation-context.js";

/**
 * The output of the workflow itself that an expression means, as far as it is known by then, or `undefined` after
 * saying why there is none.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function workflowOutput(
  { path, pointer }: OutputsExpression,
  text: string,
  from: PlacedContext,
): Referent | undefined {
  const { planning, place } = from;
  const { findings, workflow, at } = planning;
  const outputs = workflow.outputs ?? {};
  const named = longestName(path, Object.keys(outputs));
  if (named === undefined) {
    findings.report(place, found.unknownOutput.ofWorkflow(path.join("."), Object.keys(outputs), { text }));
    return undefined;
  }
  const seen = inside(`$outputs.${named.name}`, outsideOfSteps(from));
  if (seen === undefined) {
    findings.report(place, found.forwardReference.itself(text));
    return undefined;
  }
  return {
    value: outputs[named.name],
    at: [...at, "outputs", named.name],
    from: seen,
    below: [...named.rest, ...pointer],
  };
}

/** The same moment, seen from the workflow: no step is the current one. */
export function outsideOfSteps({ planning, moment, outer }: EvaluationContext): EvaluationContext {
  return { planning, moment, current: undefined, answer: "none", outer: outer ?? [] };
}
