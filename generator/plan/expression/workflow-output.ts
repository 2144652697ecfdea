import type { OutputsExpression } from "../../arazzo/index.js";
import { didYouMean, quoted } from "../../diagnostics.js";
import { inside, longestName, type Target } from "./target.js";
import type { Viewpoint } from "../viewpoint.js";

/**
 * The output of the workflow itself that an expression means, as far as it is known by then, or `undefined` after
 * saying why there is none.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function workflowOutput(
  { path, pointer }: OutputsExpression,
  text: string,
  from: Viewpoint,
): Target | undefined {
  const { planning, place } = from;
  const { findings, workflow, at } = planning;
  const outputs = workflow.outputs ?? {};
  const found = longestName(path, outputs);
  if (found === undefined) {
    const name = path.join(".");
    const message = `${quoted(text)}: the workflow has no output ${quoted(name)}`;
    findings.add("unknown-output", place, message, didYouMean(name, Object.keys(outputs)));
    return undefined;
  }
  const seen = inside(`$outputs.${found.name}`, outsideOfSteps(from));
  if (seen === undefined) {
    findings.add("forward-reference", place, `${quoted(text)}: the output is made of itself`);
    return undefined;
  }
  return {
    value: outputs[found.name],
    at: [...at, "outputs", found.name],
    from: seen,
    below: [...found.rest, ...pointer],
  };
}

/** The same moment, seen from the workflow: no step is the current one. */
export function outsideOfSteps({ planning, moment, outer }: Omit<Viewpoint, "place">): Omit<Viewpoint, "place"> {
  return { planning, moment, current: undefined, answer: "none", outer: outer ?? [] };
}
