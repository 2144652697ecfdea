import type { Choices } from "./choices.js";
import { randomCriteria, type Topics } from "./random-criteria.js";
import { takeName } from "./random-names.js";
import { valueFor, type Site } from "./random-values.js";
import type { RandomWorkflow } from "./random-workflow.js";

/** What actions can lead to. */
export interface ActionSite {
  readonly choices: Choices;
  readonly topics: Topics;
  /** The steps of the workflow. */
  readonly ids: readonly string[];
  /** Workflows that are there already, which can be gone to. */
  readonly workflows: readonly RandomWorkflow[];
  /** What can be given to them. */
  readonly values: Site;
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

function leadingTo(type: string, { choices, ids, workflows, values }: ActionSite): object {
  const isNew = values.version === "1.1.0";
  const free = workflows.filter(({ inputs }) => isNew || inputs.every(({ required }) => !required));
  const workflow = choices.onceIn(4) ? choices.among(free) : undefined;
  const parameters =
    workflow === undefined || !isNew ? [] : parametersFor(workflow, values).map(({ name, value }) => ({ name, value }));
  const other =
    workflow === undefined ? {} : { workflowId: workflow.workflowId, ...(parameters.length > 0 ? { parameters } : {}) };
  const step = { stepId: choices.among(ids) };
  if (type === "end") return {};
  if (type === "goto") return workflow === undefined ? step : other;
  return {
    ...(workflow !== undefined ? other : choices.onceIn(6) ? step : {}),
    ...(choices.onceIn(2) ? { retryLimit: choices.below(4) } : {}),
    ...(choices.onceIn(2) ? { retryAfter: choices.of(1, 0.5, 3600) } : {}),
  };
}

/** What a workflow is given: all that it requires, and some of the rest. */
export function parametersFor(
  { inputs }: RandomWorkflow,
  values: Site,
): readonly { readonly name: string; readonly value: unknown }[] {
  return (
    inputs
      // Where an input goes may ask for it though its workflow does not.
      .filter(({ required }) => required || !values.choices.onceIn(8))
      .map(({ name, shape }) => ({ name, value: valueFor(shape, values, 1) }))
  );
}
