import { isCall, type LinkedStep } from "../link/linked-step.js";
import { stepAt, stepsOf, type LinkedWorkflow } from "../flow/linked-workflow.js";
import { leavesOf, type CheckedLeaf } from "./values/checked-value.js";
import type { ActionCall, Branch } from "../flow/branches.js";
import { checkRequest, leavesOfRequest, type CheckedRequest } from "./requests/check-request.js";
import { checkActionCall, checkCall, type CheckedCall } from "./calls/check-call.js";

/** All that the steps of a workflow send and give to other workflows, checked. */
export interface Sends {
  /** The requests of steps, by their positions. */
  readonly requests: ReadonlyMap<number, CheckedRequest>;
  /** The calls of workflows by steps, by their positions. */
  readonly calls: ReadonlyMap<number, CheckedCall>;
  readonly actionCalls: ReadonlyMap<ActionCall, CheckedCall>;
  /** All values in them that go to a target as a whole, in the order of the document. */
  readonly leaves: readonly SentLeaf[];
}

export interface SentLeaf {
  readonly leaf: CheckedLeaf;
  readonly when: SendTime;
}

/** When something is sent: with the request of a step, or by an action when the step has succeeded or failed. */
export interface SendTime {
  readonly kind: "request" | "success" | "failure";
  /** The position of the step. */
  readonly step: number;
  /** The step is run on the way to a retry of the step at this position. */
  readonly detourOf: number | undefined;
}

/** Checks all that is sent on some way through a workflow. What does not depend on expressions is reported. */
export function checkSends(planning: LinkedWorkflow): Sends {
  const requests = new Map<number, CheckedRequest>();
  const calls = new Map<number, CheckedCall>();
  const actionCalls = new Map<ActionCall, CheckedCall>();
  const leaves: SentLeaf[] = [];
  const add = (found: readonly CheckedLeaf[], when: SendTime): void => {
    for (const leaf of found) leaves.push({ leaf, when });
  };
  const send = (step: LinkedStep, detourOf: number | undefined): void => {
    const when: SendTime = { kind: "request", step: step.index, detourOf };
    if (isCall(step)) {
      const call = calls.get(step.index) ?? checkCall(step, planning);
      calls.set(step.index, call);
      add(leavesOfCall(call), when);
    } else {
      const request = requests.get(step.index) ?? checkRequest(step, planning);
      requests.set(step.index, request);
      add(leavesOfRequest(request), when);
    }
  };
  const act = ({ then }: Branch, kind: SendTime["kind"], step: number): void => {
    const to = then.kind === "retry" ? then.by : then;
    if (to?.kind === "workflow") {
      const call = checkActionCall(to.call, planning);
      actionCalls.set(to.call, call);
      add(leavesOfCall(call), { kind, step, detourOf: undefined });
    }
    const other = then.kind === "retry" && then.by?.kind === "step" ? stepAt(then.by.index, planning) : undefined;
    if (other !== undefined) send(other, step);
  };
  for (const step of stepsOf(planning)) {
    const isReachable = planning.graph.isReachable(step.index);
    if (isReachable || (isCall(step) && planning.graph.retriesBy(step.index).length === 0)) send(step, undefined);
    if (!isReachable) continue;
    const { success, failure } = planning.graph.branches(step.index);
    for (const branch of failure) act(branch, "failure", step.index);
    for (const branch of success) act(branch, "success", step.index);
  }
  return { requests, calls, actionCalls, leaves };
}

function leavesOfCall({ inputs }: CheckedCall): readonly CheckedLeaf[] {
  return inputs.flatMap(({ value }) => leavesOf(value));
}
