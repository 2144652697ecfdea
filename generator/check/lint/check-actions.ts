import { stepsOf, type LinkedWorkflow } from "../../flow/linked-workflow.js";
import type { ParsedCondition } from "../../arazzo/index.js";
import { found, type Found } from "../../diagnostics.js";
import { canHold } from "../conditions/can-hold.js";
import { conditionsOf, notAll, whenFailed, whenSuccessful } from "../conditions/premises.js";
import { actionsIn, type ListedAction } from "../../link/listed-actions.js";
import { askForAnswer } from "../../flow/ask-for-answer.js";

/** Reports actions that are never taken. */
export function checkActions(planning: LinkedWorkflow): void {
  const { workflow, at, linked } = planning;
  for (const step of stepsOf(planning)) {
    const { onSuccess, onFailure } = step.step;
    const success = actionsIn(onSuccess, "successActions", [...step.at, "onSuccess"], linked);
    const failure = actionsIn(onFailure, "failureActions", [...step.at, "onFailure"], linked);
    checkList(success, whenSuccessful(step), found.unreachableAction.onSuccess, planning);
    checkList(failure, whenFailed(step), found.unreachableAction.onFailure, planning);
  }
  // What the actions of the workflow get to see differs from step to step.
  const success = actionsIn(workflow.successActions, "successActions", [...at, "successActions"], linked);
  const failure = actionsIn(workflow.failureActions, "failureActions", [...at, "failureActions"], linked);
  for (const list of [success, failure]) {
    checkList(list, [], found.unreachableAction.onSuccess, planning);
    if (workflow.steps.every(({ workflowId }) => workflowId !== undefined))
      list.forEach((one) => checkAnswer(one, planning));
  }
}

/** Where every step calls a workflow there is no answer to ask for. */
function checkAnswer({ action, nameAt }: ListedAction, { linked, findings }: LinkedWorkflow): void {
  if (!askForAnswer(action.criteria)) return;
  findings.report(linked.document.place(nameAt), found.unreachableAction.noAnswer(action.name));
}

/** @param when What is known of the answer; `otherwise` what to say of an action whose criteria do not go with it. */
function checkList(
  list: readonly ListedAction[],
  when: readonly ParsedCondition[],
  otherwise: (name: string) => Found,
  { linked, findings }: LinkedWorkflow,
): void {
  const passed: { readonly name: string; readonly criteria: readonly ParsedCondition[] }[] = [];
  for (const { action, nameAt } of list) {
    const { name } = action;
    const criteria = conditionsOf(action.criteria);
    // A condition that cannot be read or never holds is reported where it stands.
    if (criteria === undefined || criteria.some((condition) => !canHold([condition]))) continue;
    const known = [...when, ...passed.map((other) => notAll(other.criteria))];
    if (canHold([...known, ...criteria])) {
      // A retry is not taken any more once it is exhausted.
      if (action.type !== "retry") passed.push({ name, criteria });
      continue;
    }
    const { contradiction, behind } = found.unreachableAction;
    const place = linked.document.place(nameAt);
    const other = passed.find((before) => !canHold([...criteria, notAll(before.criteria)]));
    if (!canHold(criteria)) findings.report(place, contradiction(name));
    else if (other === undefined) findings.report(place, otherwise(name));
    else findings.report(place, behind(name, other.name, other.criteria.length === 0));
  }
}
