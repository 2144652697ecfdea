import type { Choices } from "./choices.js";
import { randomCriteria, type Topics } from "./random-criteria.js";
import { takeName } from "./random-names.js";
import type { RandomWorkflow } from "./random-workflow.js";

/** What actions can lead to. */
export interface ActionSite {
  readonly choices: Choices;
  readonly topics: Topics;
  /** The steps of the workflow. */
  readonly ids: readonly string[];
  /** Workflows that are there already, which can be gone to. */
  readonly workflows: readonly RandomWorkflow[];
}

/** Actions that the components hold, by their names. */
export const reusableActions = {
  successActions: { done: { name: "done", type: "end" } },
  failureActions: { again: { name: "again", type: "retry", retryAfter: 1 } },
};

export function randomActions(kind: "success" | "failure", site: ActionSite): readonly object[] {
  const { choices } = site;
  const taken = new Set<string>();
  return choices.list(1, 3, () => {
    const shared = kind === "success" ? "done" : "again";
    if (choices.onceIn(12) && !taken.has(shared)) {
      taken.add(shared);
      return { reference: `$components.${kind}Actions.${shared}` };
    }
    const name = takeName(choices, taken);
    const type = kind === "success" ? choices.of("end", "goto") : choices.of("retry", "goto", "end");
    const criteria = choices.onceIn(4) ? {} : { criteria: randomCriteria(site.topics, 1) };
    return { name, type, ...leadingTo(type, site), ...criteria };
  });
}

function leadingTo(type: string, { choices, ids, workflows }: ActionSite): object {
  const workflow = choices.onceIn(6) ? choices.among(workflows) : undefined;
  const step = { stepId: choices.among(ids) };
  if (type === "end") return {};
  if (type === "goto") return workflow === undefined ? step : { workflowId: workflow.workflowId };
  return {
    ...(workflow !== undefined ? { workflowId: workflow.workflowId } : choices.onceIn(6) ? step : {}),
    ...(choices.onceIn(2) ? { retryLimit: choices.below(4) } : {}),
    ...(choices.onceIn(2) ? { retryAfter: choices.of(1, 0.5, 3600) } : {}),
  };
}
