import type { Criterion } from "./criterion.js";
import { criterion } from "./criterion.js";
import { parameters, type Parameter } from "./parameter.js";
import { isReusable, type Reusable } from "./reusable.js";
import { list, text, type Report } from "./shape.js";

/** The fields that success and failure actions share, `type` aside. */
export const actionFields = {
  name: text,
  workflowId: text.optional(),
  stepId: text.optional(),
  parameters: parameters.optional(),
  criteria: list(criterion).optional(),
};

interface Action {
  readonly type: string;
  readonly workflowId?: string | undefined;
  readonly stepId?: string | undefined;
  readonly parameters?: readonly (Parameter | Reusable)[] | undefined;
  readonly criteria?: readonly Criterion[] | undefined;
}

/** What every action has to keep to. */
export function checkAction(action: Action, report: Report): void {
  const { type, workflowId, stepId } = action;
  if (workflowId !== undefined && stepId !== undefined) {
    report(["workflowId"], "an action goes to a step or to a workflow, not to both", { part: "key" });
  }
  if (type === "goto" && workflowId === undefined && stepId === undefined) {
    report(["type"], "a `goto` needs a `stepId` or a `workflowId`");
  }
  for (const field of ["workflowId", "stepId"] as const) {
    if (type === "end" && action[field] !== undefined) {
      report([field], `an \`end\` goes nowhere, and has no \`${field}\``, {
        part: "key",
        hint: "Did you mean `type: goto`?",
      });
    }
  }
  checkParameters(action, report);
}

function checkParameters({ workflowId, parameters: given }: Action, report: Report): void {
  if (given === undefined) return;
  if (workflowId === undefined)
    report(["parameters"], "only a workflow takes the parameters of an action", { part: "key" });
  for (const [index, entry] of given.entries()) {
    if (!isReusable(entry) && entry.in !== undefined) {
      const hint = "Leave `in` away: the parameter becomes an input of the workflow.";
      report(["parameters", index, "in"], "a parameter of an action has no `in`", { part: "key", hint });
    }
  }
}
