import { isCall, type RequestStep } from "../../link/linked-step.js";
import { stepsOf, type LinkedWorkflow } from "../../flow/linked-workflow.js";
import { found } from "../../diagnostics.js";
import { canHold, representativeStatuses } from "../conditions/can-hold.js";
import { conditionsOf, statusIs, whenFailed } from "../conditions/premises.js";
import { operationName } from "../../link/operation-name.js";
import { actionsIn, type ListedAction } from "../../link/listed-actions.js";

/** What may be sent twice with the same effect as once. */
const repeatable: readonly string[] = ["get", "head", "options", "put", "delete"];

/** Reports retries of requests that may have taken effect. */
export function checkRetries(planning: LinkedWorkflow): void {
  const { workflow, at, linked } = planning;
  for (const step of stepsOf(planning)) {
    if (isCall(step) || repeatable.includes(step.operation.method)) continue;
    const own = actionsIn(step.step.onFailure, "failureActions", [...step.at, "onFailure"], linked);
    const shared = actionsIn(workflow.failureActions, "failureActions", [...at, "failureActions"], linked);
    const overridden = new Set(own.map(({ action }) => action.name));
    for (const one of [...own, ...shared.filter(({ action }) => !overridden.has(action.name))]) {
      if (one.action.type === "retry") checkRetry(one, step, planning);
    }
  }
}

function checkRetry({ action, nameAt }: ListedAction, step: RequestStep, planning: LinkedWorkflow): void {
  const criteria = conditionsOf(action.criteria);
  if (criteria === undefined || ("retryLimit" in action && action.retryLimit === 0)) return;
  const known = [...whenFailed(step), ...criteria];
  const doubtful = representativeStatuses(known).filter(
    (status) => mayHaveTakenEffect(status) && canHold([...known, statusIs(status)]),
  );
  const [status] = doubtful;
  if (status === undefined) return;
  const { linked, findings } = planning;
  const name = operationName(step.operation);
  findings.report(linked.document.place(nameAt), found.unsafeRetry(action.name, name, status, doubtful.length > 1));
}

/** A 2xx has, a 5xx says as little as no answer at all; what was redirected or refused has not. */
function mayHaveTakenEffect(status: number): boolean {
  return (status >= 200 && status < 300) || status >= 500;
}
