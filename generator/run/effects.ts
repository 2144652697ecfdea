import { costsOf } from "../ir/costs.js";
import { visit } from "../ir/walk.js";
import type { CallPlan, RequestStatement, WorkflowPlan } from "../ir/model.js";

/** A request that a run may make. */
export interface PlannedRequest {
  /** The step, behind those that call its workflow: `lookup/fetch`. */
  readonly step: string;
  readonly method: string;
  /** The URL of the documents, with its parameters in braces. */
  readonly url: string;
  /** It changes or deletes what is there, rather than adding to it. */
  readonly changes: boolean;
  readonly effect: "safe" | "idempotent" | "unsafe";
  /** What it is charged for, where that is known. */
  readonly costs: string | undefined;
}

/** All requests that a run of a workflow may make, those of the workflows that it calls included. */
export function requestsOf(plan: WorkflowPlan, all: readonly WorkflowPlan[]): readonly PlannedRequest[] {
  return below(plan, all, "", [plan]);
}

function below(
  plan: WorkflowPlan,
  all: readonly WorkflowPlan[],
  prefix: string,
  around: readonly WorkflowPlan[],
): readonly PlannedRequest[] {
  const requests = new Map<string, PlannedRequest>();
  visit(plan.body, {
    statement(statement) {
      if (statement.kind === "request") {
        const request = planned(statement, plan, prefix);
        requests.set(`${request.step} ${request.method} ${request.url}`, request);
      } else if (statement.kind === "call" || statement.kind === "transfer") {
        for (const request of called(statement.call, all, prefix, around)) {
          requests.set(`${request.step} ${request.method} ${request.url}`, request);
        }
      }
    },
  });
  return [...requests.values()];
}

function called(
  { functionName, stepId }: CallPlan,
  all: readonly WorkflowPlan[],
  prefix: string,
  around: readonly WorkflowPlan[],
): readonly PlannedRequest[] {
  const plan = all.find((one) => one.functionName === functionName);
  if (plan === undefined || around.includes(plan)) return [];
  return below(plan, all, `${prefix}${stepId}/`, [...around, plan]);
}

function planned(
  { stepId, method, path, client }: RequestStatement,
  plan: WorkflowPlan,
  prefix: string,
): PlannedRequest {
  const server = plan.clients.find(({ local }) => local === client)?.server ?? "";
  const isSafe = /^(get|head|options)$/i.test(method);
  // A POST to one thing changes it, that to a collection adds to it.
  const isToOne = /\}(\.\w+)?$/.test(path);
  const url = `${server}${path}`;
  return {
    step: `${prefix}${stepId}`,
    method: method.toUpperCase(),
    url,
    costs: costsOf(method, url),
    changes: !isSafe && (isToOne || !/^post$/i.test(method)),
    effect: isSafe ? "safe" : /^(put|delete)$/i.test(method) ? "idempotent" : "unsafe",
  };
}
