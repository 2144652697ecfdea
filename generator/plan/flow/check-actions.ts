import type { Condition } from "../../arazzo/index.js";
import { quoted } from "../../diagnostics.js";
import { canHold } from "../conditions/can-hold.js";
import { notAll, whenFailed, whenSuccessful } from "../conditions/premises.js";
import { stepsOf, type WorkflowPlanning } from "../planning.js";
import { listedActions, type ListedAction } from "./action-lists.js";
import { askForAnswer } from "./ask-for-answer.js";

/** Reports actions that are never taken. */
export function checkActions(planning: WorkflowPlanning): void {
  const { workflow, at } = planning;
  for (const step of stepsOf(planning)) {
    const { onSuccess, onFailure } = step.step;
    const success = listedActions(onSuccess, "successActions", [...step.at, "onSuccess"], planning);
    const failure = listedActions(onFailure, "failureActions", [...step.at, "onFailure"], planning);
    checkList(success, whenSuccessful(step), onlyFailures, planning);
    checkList(failure, whenFailed(step), onlySuccesses, planning);
  }
  // What the actions of the workflow get to see differs from step to step.
  const success = listedActions(workflow.successActions, "successActions", [...at, "successActions"], planning);
  const failure = listedActions(workflow.failureActions, "failureActions", [...at, "failureActions"], planning);
  for (const list of [success, failure]) {
    checkList(list, [], onlyFailures, planning);
    if (workflow.steps.every(({ workflowId }) => workflowId !== undefined))
      list.forEach((one) => checkAnswer(one, planning));
  }
}

/** Where every step calls a workflow there is no answer to ask for. */
function checkAnswer({ action, nameAt }: ListedAction, { linked, findings }: WorkflowPlanning): void {
  if (!askForAnswer(action.criteria)) return;
  const message = `the action ${quoted(action.name)} is never taken: its criteria ask for an answer, and every step calls a workflow`;
  const hint = "Put it into the workflows that make the requests, or ask for what these return.";
  findings.add("unreachable-action", linked.document.place(nameAt), message, hint);
}

const onlyFailures = {
  why: "its criteria never hold when the step has succeeded",
  hint: "Move it to `onFailure`, or let the success criteria accept what it asks for.",
};

const onlySuccesses = {
  why: "its criteria never hold when the step has failed",
  hint: "Move it to `onSuccess`, or ask for what the success criteria do not accept.",
};

const contradiction = {
  why: "its criteria never hold together",
  hint: "All criteria of a list have to hold: join alternatives by `||` in one condition.",
};

/** @param when What is known of the answer; `otherwise` what to say of an action whose criteria do not go with it. */
function checkList(
  list: readonly ListedAction[],
  when: readonly Condition[],
  otherwise: typeof onlyFailures,
  { linked, findings }: WorkflowPlanning,
): void {
  const passed: ListedAction[] = [];
  for (const one of list) {
    const { criteria, action, nameAt } = one;
    // A condition that never holds is reported where it stands.
    if (criteria === undefined || criteria.some((condition) => !canHold([condition]))) continue;
    const known = [...when, ...passed.map((other) => notAll(other.criteria ?? []))];
    if (canHold([...known, ...criteria])) {
      // A retry is not taken any more once it is exhausted.
      if (action.type !== "retry") passed.push(one);
      continue;
    }
    const { why, hint } = canHold(criteria) ? (reasonFor(criteria, passed) ?? otherwise) : contradiction;
    const message = `the action ${quoted(action.name)} is never taken: ${why}`;
    findings.add("unreachable-action", linked.document.place(nameAt), message, hint);
  }
}

/** The earlier action that is taken wherever this one could be; `undefined` where there is no such one. */
function reasonFor(
  criteria: readonly Condition[],
  passed: readonly ListedAction[],
): { readonly why: string; readonly hint: string } | undefined {
  const other = passed.find((one) => !canHold([...criteria, notAll(one.criteria ?? [])]));
  if (other === undefined) return undefined;
  const name = quoted(other.action.name);
  return other.criteria?.length === 0
    ? { why: `${name} before it is always taken`, hint: `Put it before ${name}, or give ${name} criteria.` }
    : {
        why: `${name} before it is taken whenever its criteria hold`,
        hint: `Put it before ${name}, or change one of them.`,
      };
}
