import type { LinkedStep, CallStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import type { CallPlan, Field, WorkflowPlan } from "../../ir/model.js";
import type { ActionCall } from "../../flow/branches.js";
import { valueOf } from "../values/value-of.js";
import { atRequest, type EvaluationContext } from "../expressions/evaluation-context.js";
import type { CheckedCall } from "./check-call.js";
import { passDependencies } from "./pass-dependencies.js";

/** The call of a workflow by a step, with the values that it is given. */
export function callOfStep(call: CallStep, workflow: SolvedWorkflow): CallPlan {
  const { step, at, target } = call;
  const from = atRequest(call, workflow);
  const inputs =
    call.detourOf === undefined ? (workflow.givenTo(call) ?? []) : inputsOf(workflow.sends.calls.get(call.index), from);
  const dependencies = passDependencies(target, [...at, "workflowId"], from);
  return { ...called(target), stepId: step.stepId, action: undefined, timeout: step.timeout, inputs, dependencies };
}

/** The call of a workflow by an action of a step, with the values that it is given. */
export function callOfAction(
  call: ActionCall,
  { step: { stepId } }: LinkedStep,
  from: EvaluationContext,
  { sends }: SolvedWorkflow,
): CallPlan {
  const { target, action, at } = call;
  const inputs = inputsOf(sends.actionCalls.get(call), from);
  const dependencies = passDependencies(target, [...at, "workflowId"], from);
  return { ...called(target), stepId, action: action.name, timeout: undefined, inputs, dependencies };
}

function called({ functionName, fileName }: WorkflowPlan): Pick<CallPlan, "functionName" | "fileName"> {
  return { functionName, fileName };
}

/** What is given to a workflow. */
export function inputsOf(call: CheckedCall | undefined, from: EvaluationContext): readonly Field[] {
  return (call?.inputs ?? []).flatMap(({ input: { name }, value: checked }): readonly Field[] => {
    const value = valueOf(checked, from);
    return value === undefined ? [] : [{ name, value }];
  });
}
