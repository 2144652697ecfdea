import type { CallStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { found, quoted } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { InputPlan, WorkflowPlan } from "../../ir/model.js";
import { given as asGiven } from "../../types/type-of-schema.js";
import type { CheckedValue } from "../values/checked-value.js";
import { checkValue, leaf } from "../values/check-value.js";
import type { ActionCall } from "../../flow/branches.js";
import type { GivenParameter } from "../../link/given-parameter.js";
import { readParameters } from "../../link/given-parameters.js";
import type { CheckSite, Target } from "../values/target.js";
import { wholeInput } from "../../link/whole-input.js";

/** What is given to a workflow that is called, checked against its inputs. */
export interface CheckedCall {
  readonly inputs: readonly CheckedInput[];
}

export interface CheckedInput {
  readonly input: InputPlan;
  readonly value: CheckedValue;
}

/** Checks the call of a workflow by a step: its own parameters, and those of the workflow that it does not set itself. */
export function checkCall({ step, at, target }: CallStep, planning: LinkedWorkflow): CheckedCall {
  const own = readParameters(step.parameters ?? [], [...at, "parameters"], false, planning);
  const shared = readParameters(planning.workflow.parameters ?? [], [...planning.at, "parameters"], true, planning);
  const given = [...own, ...shared.filter((outer) => !own.some((inner) => inner.name === outer.name))];
  return checkInputs(target, given, [...at, "workflowId"], planning);
}

/** Checks the call of a workflow by an action of a step. */
export function checkActionCall({ target, action, at }: ActionCall, planning: LinkedWorkflow): CheckedCall {
  const given = readParameters(action.parameters ?? [], [...at, "parameters"], false, planning);
  return checkInputs(target, given, [...at, "workflowId"], planning);
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#parameter-object */
function checkInputs(
  target: WorkflowPlan,
  given: readonly GivenParameter[],
  at: Path,
  planning: LinkedWorkflow,
): CheckedCall {
  const { linked, findings } = planning;
  const { workflowId } = target;
  const inputs = given.flatMap((parameter): readonly CheckedInput[] => {
    const input = target.inputs.find((candidate) => candidate.name === parameter.name);
    if (input !== undefined) return [{ input, value: checkInput(parameter, input, planning) }];
    if (parameter.shared) return [];
    const known = target.inputs.map((candidate) => candidate.name);
    findings.report(linked.document.place(parameter.nameAt), found.unknownInput(parameter.name, known, { workflowId }));
    return [];
  });
  const byDefault = target.inputs.flatMap((input): readonly CheckedInput[] => {
    if (input.optional || given.some((parameter) => parameter.name === input.name)) return [];
    const { hasDefault, default: value } = input.schema;
    // Who calls the function has to give it; who calls the workflow need not, and gives what its document says.
    if (hasDefault && !/\$/.test(JSON.stringify(value))) {
      return [{ input, value: checkInput({ value, at }, input, planning) }];
    }
    findings.report(linked.document.place(at), found.missingInput(workflowId, input.name));
    return [];
  });
  return { inputs: [...inputs, ...byDefault] };
}

function checkInput(
  { value, at }: Pick<GivenParameter, "value" | "at">,
  input: InputPlan,
  planning: LinkedWorkflow,
): CheckedValue {
  const { name, type, schema, optional, deferred } = input;
  const { linked, findings, inputs } = planning;
  const target: Target = { at, schema, type, required: !optional, what: `the input ${quoted(name)}` };
  const site: CheckSite = { linked, findings, requestTypes: asGiven };
  const whole = deferred === undefined ? undefined : wholeInput(value, inputs);
  // What is given later here, too, is not asked for before the other workflow asks.
  return whole !== undefined && inputs.deferred().includes(whole)
    ? leaf({ kind: "handedOn", input: whole, known: deferred?.known ?? [] }, quoted(String(value)), target, site)
    : checkValue(value, target, site);
}
