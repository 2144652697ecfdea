import { planOutputs, type OwnEnding } from "../outputs.js";
import type { WorkflowPlanning } from "../planning.js";

/** The ending of a workflow whose last step simply finished. */
export function completedEnding(planning: WorkflowPlanning): OwnEnding {
  const moment = { step: planning.graph.size - 1, phase: "answer" } as const;
  return {
    kind: "own",
    outcome: "completed",
    outputs: planOutputs({ planning, moment, current: undefined, answer: "none" }),
  };
}
