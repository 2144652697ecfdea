import { planOutputs, type EndingDraft } from "../outputs.js";
import type { WorkflowPlanning } from "../planning.js";

/** The ending of a workflow whose last step simply finished. */
export function completedEnding(planning: WorkflowPlanning): EndingDraft {
  const moment = { step: planning.graph.size - 1, phase: "answer" } as const;
  return { outcome: "completed", outputs: planOutputs({ planning, moment, current: undefined, answer: "none" }) };
}
