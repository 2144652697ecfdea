import { allOf } from "../../ir/all-of.js";
import type { CallStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { passedOver } from "../calls/passed-over.js";
import { planCondition } from "../conditions/condition.js";
import { readCriteria } from "../conditions/criterion.js";
import type { CompletedStatement, Condition, RequireStatement } from "../../ir/model.js";
import { atFailure, atSuccess } from "../expressions/evaluation-context.js";

/** What has to hold for a step to have succeeded that calls a workflow. */
export interface CallSuccess {
  /** All of it, as it is asked while the workflow may have failed. */
  readonly holds: Condition;
  readonly completed: CompletedStatement;
  /** Judge what the workflow returned. */
  readonly required: readonly RequireStatement[];
}

/**
 * A workflow that comes to its end has succeeded, whichever end that is: the criteria say where the step asks for more.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
 */
export function planCallSuccess(call: CallStep, planning: SolvedWorkflow): CallSuccess {
  const { step, at, answer } = call;
  const completed: Condition = { kind: "completed", answer };
  const open: Condition[] = [];
  const required: RequireStatement[] = [];
  const { successCriteria = [] } = step;
  const list = [...at, "successCriteria"];
  for (const [index, parsed] of readCriteria(successCriteria, list, planning).entries()) {
    const criterion = successCriteria[index];
    if (parsed === undefined || criterion === undefined) continue;
    const here = [...list, index];
    const site = { at: [...here, "condition"] };
    const passOver = passedOver(successCriteria, list, index, planning);
    const condition = planCondition(parsed, { ...site, from: { ...atSuccess(call, planning), passOver } });
    const from = { ...atFailure(call, planning), passOver };
    const unjudged = call.settled ? planCondition(parsed, { ...site, from }) : undefined;
    if (condition === undefined) continue;
    required.push({ kind: "require", stepId: step.stepId, condition, criterion: criterion.condition });
    if (unjudged !== undefined) open.push(unjudged);
  }
  return { holds: allOf([completed, ...open]), completed: { kind: "completed", local: answer }, required };
}
