import type {
  FlowAct,
  FlowBranch,
  FlowCall,
  FlowCriterion,
  FlowEach,
  FlowPlan,
  FlowStep,
  FlowThen,
} from "../ir/flow-plan.js";
import type { ClientPlan, WorkflowPlan } from "../ir/model.js";
import { pollDefaults } from "../ir/poll-defaults.js";
import { defaultElement } from "../link/linked-each.js";
import { isCall, type LinkedStep } from "../link/linked-step.js";
import type { Branch, Then } from "./branches.js";
import type { LinkedWorkflow } from "./linked-workflow.js";

type Flowing = Pick<LinkedWorkflow, "graph" | "polls" | "planned" | "workflow"> & {
  readonly clients: readonly ClientPlan[];
};

/** The ways through a workflow, in the words of its document. Steps that could not be linked are missing. */
export function flowPlanOf(linked: Flowing): FlowPlan {
  const { graph, planned, workflow } = linked;
  const reached = workflow.steps.flatMap((_, index) => {
    const step = planned.get(index);
    const isReached = graph.isReachable(index) || graph.retriesBy(index).length > 0;
    return step !== undefined && isReached ? [flowStep(step, linked)] : [];
  });
  return { steps: reached };
}

function flowStep(linkedStep: LinkedStep, linked: Flowing): FlowStep {
  const { index, step } = linkedStep;
  const { graph, polls, workflow } = linked;
  const { success, failure } = graph.branches(index);
  const poll = polls.get(index);
  const { interval, maxInterval, deadline } = { ...pollDefaults, ...poll?.times };
  const branch = (one: Branch): FlowBranch => flowBranch(one, index, linked);
  return {
    stepId: step.stepId,
    description: step.description,
    does: actOf(linkedStep, linked),
    poll: poll && { interval, maxInterval: Math.max(interval, maxInterval), deadline },
    wokenBy: poll && step["x-callback"]?.event,
    each: eachOf(step["x-each"]),
    pages: step["x-pages"] !== undefined,
    success: success.map(branch),
    isDecided: success.some(({ demanded }) => demanded !== undefined),
    failure: failure.map(branch),
    next: workflow.steps[index + 1]?.stepId,
  };
}

function eachOf(given: LinkedStep["step"]["x-each"]): FlowEach | undefined {
  if (given === undefined) return undefined;
  const { as = defaultElement, concurrency = 1, onFailure } = given;
  return { as, concurrency, collects: onFailure === "collect" };
}

function actOf(step: LinkedStep, { clients }: Flowing): FlowAct {
  if (isCall(step)) return callOf(step.target);
  const { method, path } = step.operation;
  const server = clients.find(({ local }) => local === step.client)?.server ?? "";
  return { kind: "request", method, path, server };
}

function callOf({ workflowId, fileName }: WorkflowPlan): FlowCall {
  return { kind: "call", workflowId, fileName };
}

function flowBranch({ name, criteria, then, waits }: Branch, from: number, linked: Flowing): FlowBranch {
  const goesBack = then.kind === "step" && then.index <= from && linked.polls.has(then.index) && waits !== false;
  const asked = criteria.map(({ context, condition, type = "simple" }): FlowCriterion => {
    return { context, condition, type: typeof type === "string" ? type : type.type };
  });
  return { name, criteria: asked, then: thenOf(then, from, linked), waits: goesBack };
}

function thenOf(then: Then, from: number, { workflow }: Flowing): FlowThen {
  const stepAt = (index: number) => ({ kind: "step", stepId: workflow.steps[index]?.stepId ?? "" }) as const;
  switch (then.kind) {
    case "end":
      return { kind: "end" };
    case "done":
      return from + 1 < workflow.steps.length ? stepAt(from + 1) : { kind: "end" };
    case "step":
      return stepAt(then.index);
    case "workflow":
      return callOf(then.call.target);
    case "retry": {
      const { limit, after, by } = then;
      return {
        kind: "retry",
        limit,
        after,
        by: by && (by.kind === "step" ? stepAt(by.index) : callOf(by.call.target)),
      };
    }
  }
}
