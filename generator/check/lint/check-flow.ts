import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { found } from "../../diagnostics.js";
import type { Branch } from "../../flow/branches.js";

/** Reports steps that nothing leads to, and loops that nothing leads out of. */
export function checkFlow(planning: LinkedWorkflow): void {
  const { workflow, graph, findings, linked, at } = planning;
  for (const [index, { stepId }] of workflow.steps.entries()) {
    if (graph.isReachable(index) || graph.retriesBy(index).length > 0) continue;
    findings.report(linked.document.place([...at, "steps", index, "stepId"]), found.unreachableStep(stepId));
  }
  const endless = graph.endless();
  const [first] = endless;
  if (first === undefined) return;
  const back = endless.flatMap((step) => {
    const { success, failure } = graph.branches(step);
    return [...success, ...failure].filter((branch) => leadsBack(branch, step));
  });
  const place = linked.document.place(back[0]?.at ?? [...at, "steps", first]);
  findings.report(place, found.endlessLoop(endless.map((step) => workflow.steps[step]?.stepId ?? "")));
}

function leadsBack({ then }: Branch, step: number): boolean {
  return then.kind === "step" && then.index <= step;
}
