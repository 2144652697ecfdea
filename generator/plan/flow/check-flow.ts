import { quoted } from "../../diagnostics.js";
import type { WorkflowPlanning } from "../planning.js";
import type { Branch } from "./branches.js";

/** Reports steps that nothing leads to, and loops that nothing leads out of. */
export function checkFlow(planning: WorkflowPlanning): void {
  const { workflow, graph, findings, linked, at } = planning;
  for (const [index, { stepId }] of workflow.steps.entries()) {
    if (graph.isReachable(index) || graph.asides(index).length > 0) continue;
    const place = linked.document.place([...at, "steps", index, "stepId"]);
    const hint = "Remove it, or let a `goto` lead to it.";
    findings.add("unreachable-step", place, `no way leads to the step ${quoted(stepId)}`, hint);
  }
  const endless = graph.endless();
  const [first] = endless;
  if (first === undefined) return;
  const back = endless.flatMap((step) => {
    const { success, failure } = graph.branches(step);
    return [...success, ...failure].filter((branch) => leadsBack(branch, step));
  });
  const place = linked.document.place(back[0]?.at ?? [...at, "steps", first]);
  const names = endless.map((step) => quoted(workflow.steps[step]?.stepId ?? "")).join(", ");
  const hint = "Give the action `criteria`, or let another one end the workflow or lead out.";
  findings.add("endless-loop", place, `nothing but an error ends this loop, of ${names}`, hint);
}

function leadsBack({ then }: Branch, step: number): boolean {
  return then.kind === "step" && then.index <= step;
}
