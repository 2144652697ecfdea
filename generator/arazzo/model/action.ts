import * as z from "zod";
import { criterion, type Criterion } from "./criterion.js";
import { parameters, type Parameter } from "./parameter.js";
import { isReusable, reusable, type Reusable } from "./reusable.js";
import { either, list, object, text, type Report } from "./shape.js";

/** The fields that success and failure actions share, `type` aside. */
const actionFields = {
  name: text,
  workflowId: text.optional(),
  stepId: text.optional(),
  parameters: parameters.optional(),
  criteria: list(criterion).optional(),
};

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#success-action-object */
export const successAction = object({ ...actionFields, type: z.enum(["end", "goto"]) }, checkAction);

export type SuccessAction = z.output<typeof successAction>;

/** Success actions, in full or by reference. */
export const successActions = list(either(isReusable, reusable, successAction));

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#failure-action-object */
export const failureAction = object(
  {
    ...actionFields,
    type: z.enum(["end", "goto", "retry"]),
    /** In seconds. */
    retryAfter: z.number().min(0).optional(),
    retryLimit: z.int().min(0).optional(),
  },
  (action, report) => {
    checkAction(action, report);
    for (const field of ["retryAfter", "retryLimit"] as const) {
      if (action.type === "retry" || action[field] === undefined) continue;
      report([field], `\`${field}\` belongs to an action of type \`retry\``, { part: "key", isIdle: true });
    }
  },
);

export type FailureAction = z.output<typeof failureAction>;

/** Failure actions, in full or by reference. */
export const failureActions = list(either(isReusable, reusable, failureAction));

interface Action {
  readonly type: string;
  readonly workflowId?: string | undefined;
  readonly stepId?: string | undefined;
  readonly parameters?: readonly (Parameter | Reusable)[] | undefined;
  readonly criteria?: readonly Criterion[] | undefined;
}

/** What every action has to keep to. */
function checkAction(action: Action, report: Report): void {
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
