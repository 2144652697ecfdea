import { handedOn } from "../deferred.js";
import { didYouMean, quoted } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { ActionCall } from "../flow/branches.js";
import { readParameters, type GivenParameter } from "../given-parameters.js";
import type { CallPlan, Field, InputPlan, WorkflowPlan } from "../../ir/model.js";
import { planValue } from "../payload.js";
import { whereRun, type AnyStep, type CallPlanning, type WorkflowPlanning } from "../planning.js";
import { atRequest, type Viewpoint } from "../viewpoint.js";
import { passDependencies } from "./pass-dependencies.js";

/** Works out what the steps give to the workflows that they call, so that it can be read elsewhere. */
export function planCalls(planning: WorkflowPlanning): void {
  for (const call of planning.calls) call.inputs = inputsOfStep(whereRun(call, planning.graph), planning);
}

/** The call of a workflow by a step. */
export function planCall(call: CallPlanning, planning: WorkflowPlanning): CallPlan {
  const inputs = inputsOfStep(call, planning);
  const { step, target } = call;
  const dependencies = passDependencies(target, [...call.at, "workflowId"], atRequest(call, planning));
  return { ...calledBy(target), stepId: step.stepId, action: undefined, timeout: step.timeout, inputs, dependencies };
}

/** The call of a workflow by an action of a step. */
export function planActionCall(
  { target, action, at }: ActionCall,
  { step }: AnyStep,
  from: Omit<Viewpoint, "place">,
): CallPlan {
  const given = readParameters(action.parameters ?? [], [...at, "parameters"], false, from.planning);
  const inputs = planInputs(target, given, [...at, "workflowId"], from);
  const dependencies = passDependencies(target, [...at, "workflowId"], from);
  const { stepId } = step;
  return { ...calledBy(target), stepId, action: action.name, timeout: undefined, inputs, dependencies };
}

function calledBy({ functionName, fileName }: WorkflowPlan): Pick<CallPlan, "functionName" | "fileName"> {
  return { functionName, fileName };
}

/** The step's own parameters, and those of the workflow that it does not set itself. */
function inputsOfStep(call: CallPlanning, planning: WorkflowPlanning): readonly Field[] {
  const { step, at, target } = call;
  const own = readParameters(step.parameters ?? [], [...at, "parameters"], false, planning);
  const shared = readParameters(planning.workflow.parameters ?? [], [...planning.at, "parameters"], true, planning);
  const given = [...own, ...shared.filter((outer) => !own.some((inner) => inner.name === outer.name))];
  return planInputs(target, given, [...at, "workflowId"], atRequest(call, planning));
}

/**
 * The inputs of a workflow, each value checked against what its function takes.
 * @param at Where the workflow is named
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#parameter-object
 */
function planInputs(
  target: WorkflowPlan,
  given: readonly GivenParameter[],
  at: Path,
  from: Omit<Viewpoint, "place">,
): readonly Field[] {
  const { linked, findings } = from.planning;
  const name = quoted(target.workflowId);
  const fields = given.flatMap((parameter): readonly Field[] => {
    const input = target.inputs.find((candidate) => candidate.name === parameter.name);
    if (input !== undefined) return planInput(parameter, input, from);
    if (parameter.shared) return [];
    const message = `the workflow ${name} declares no input ${quoted(parameter.name)}`;
    const known = target.inputs.map((candidate) => candidate.name);
    const hint = known.length === 0 ? undefined : didYouMean(parameter.name, known);
    findings.add("unknown-input", linked.document.place(parameter.nameAt), message, hint);
    return [];
  });
  for (const input of target.inputs) {
    if (input.optional || given.some((parameter) => parameter.name === input.name)) continue;
    const message = `the workflow ${name} requires the input ${quoted(input.name)}`;
    const hint = `Add \`{ name: ${input.name}, value: … }\` to the parameters.`;
    findings.add("missing-input", linked.document.place(at), message, hint);
  }
  return fields;
}

function planInput({ value, at }: GivenParameter, input: InputPlan, from: Omit<Viewpoint, "place">): readonly Field[] {
  const { name, type, schema, optional } = input;
  const whole = handedOn(value, input, from.planning);
  if (whole !== undefined) return [{ name, value: whole }];
  const what = `the input ${quoted(name)}`;
  const planned = planValue({ value, at, schema, type, required: !optional, what }, from);
  return planned === undefined ? [] : [{ name, value: planned }];
}
