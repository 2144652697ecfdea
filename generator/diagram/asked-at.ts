import type { WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";

/** The inputs that are asked for while a workflow runs, by the step that first needs them. */
export function askedAt({ body }: Pick<WorkflowPlan, "body">): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "ask") return;
      const { stepId, input } = statement;
      const names = asked.get(stepId) ?? [];
      asked.set(stepId, names.includes(input.name) ? names : [...names, input.name]);
    },
  });
  return asked;
}
