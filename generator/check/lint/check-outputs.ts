import { isCall } from "../../link/linked-step.js";
import { isOfErrors } from "../expressions/error-output.js";
import { stepsOf } from "../../flow/linked-workflow.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { found, type Findings } from "../../diagnostics.js";
import { stepsBehind } from "../expressions/later-step.js";
import { resolveOutput } from "../expressions/resolve.js";
import { atSuccess } from "../expressions/evaluation-context.js";

/**
 * Looks at every output, whether or not something reads it.
 * @param ofWays Takes what is said of steps that nothing leads to
 */
export function checkOutputs(planning: SolvedWorkflow, ofWays: Findings): void {
  for (const step of stepsOf(planning)) {
    for (const [name, output] of Object.entries(step.step.outputs ?? {})) {
      // That of a stream is another name for its items.
      if (!isCall(step) && step.pages?.streamed !== undefined) continue;
      if (!isCall(step) && isOfErrors(step, name, planning)) continue;
      resolveOutput(output, [...step.at, "outputs", name], atSuccess(step, planning));
    }
  }
  const { workflow, linked, at, findings } = planning;
  for (const name of Object.keys(workflow.outputs ?? {}).filter((each) => each in Object.prototype)) {
    findings.report(linked.document.place([...at, "outputs", name], "key"), found.invalidName.output(name));
  }
  reportNeverSet({ ...planning, findings: ofWays });
}

/** Reports outputs of the workflow that are made of what a step gives which nothing leads to. */
function reportNeverSet({ workflow, positions, linked, at, graph, findings }: SolvedWorkflow): void {
  for (const [name, output] of Object.entries(workflow.outputs ?? {})) {
    const stepId = stepsBehind(output, workflow.outputs ?? {}).find((id) => {
      const index = positions.get(id);
      return index !== undefined && !graph.isReachable(index);
    });
    if (stepId === undefined) continue;
    findings.report(linked.document.place([...at, "outputs", name]), found.outputNeverSet(name, stepId));
  }
}
