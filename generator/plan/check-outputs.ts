import { found, type Findings } from "../diagnostics.js";
import { stepsBehind } from "./expression/later-step.js";
import { stepsOf, type WorkflowPlanning } from "./planning.js";
import { resolveOutput } from "./resolve.js";
import { atSuccess } from "./viewpoint.js";

/**
 * Looks at every output, whether or not something reads it.
 * @param ofWays Takes what is said of steps that nothing leads to
 */
export function checkOutputs(planning: WorkflowPlanning, ofWays: Findings): void {
  for (const step of stepsOf(planning)) {
    for (const [name, output] of Object.entries(step.step.outputs ?? {})) {
      resolveOutput(output, [...step.at, "outputs", name], atSuccess(step, planning));
    }
  }
  reportNeverSet({ ...planning, findings: ofWays });
}

/** Reports outputs of the workflow that are made of what a step gives which nothing leads to. */
function reportNeverSet({ workflow, positions, linked, at, graph, findings }: WorkflowPlanning): void {
  for (const [name, output] of Object.entries(workflow.outputs ?? {})) {
    const stepId = stepsBehind(output, workflow.outputs ?? {}).find((id) => {
      const index = positions.get(id);
      return index !== undefined && !graph.isReachable(index);
    });
    if (stepId === undefined) continue;
    findings.report(linked.document.place([...at, "outputs", name]), found.outputNeverSet(name, stepId));
  }
}
