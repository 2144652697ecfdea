import type { LinkedDependency } from "../../link/dependencies.js";
import { valueInside } from "../expressions/value-inside.js";
import { camelCase } from "../../link/names.js";
import type { Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { EvaluationContext, PlacedContext } from "../expressions/evaluation-context.js";
import { everything, inputNamed, returned, returnedValue, type OutputPath, type Returned } from "./returned.js";

/** An output of a workflow that this one depends on. */
export function dependencyOutput(
  dependency: LinkedDependency,
  path: OutputPath,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  return returnedValue(dependency.target, path, text, from, (output) => {
    return read(dependency, dependency.outputs, output, text, from);
  });
}

/** All that a workflow returned which this one depends on. */
export function dependencyOutputs(dependency: LinkedDependency, from: EvaluationContext): TypedValue {
  const text = `$workflows.${dependency.target.workflowId}.outputs`;
  return read(dependency, dependency.outputs, everything(dependency.target), text, from);
}

/** An input that a workflow was given which this one depends on. */
export function dependencyInput(
  dependency: LinkedDependency,
  { path, pointer }: OutputPath,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const named = inputNamed(dependency.target, path, text, from);
  if (named === undefined) return undefined;
  dependency.inputsRead = true;
  const { input, type, rest } = named;
  const given = returned(input.name, type, input.description);
  return valueInside(read(dependency, dependency.inputs, given, text, from), [...rest, ...pointer], text, from);
}

/** All that it was given. */
export function dependencyInputs(dependency: LinkedDependency, from: EvaluationContext): TypedValue {
  dependency.inputsRead = true;
  const { target } = dependency;
  const type: Type = { kind: "object", fields: target.inputs, rest: undefined };
  const given = returned(undefined, type, undefined);
  return read(dependency, dependency.inputs, given, `$workflows.${target.workflowId}.inputs`, from);
}

function read(
  { target }: LinkedDependency,
  field: string,
  { name, type, outcomes, discriminates, description }: Returned,
  expression: string,
  { planning, moment }: EvaluationContext,
): TypedValue {
  // Should it be missing, it is this step that cannot go on.
  const stepId = planning.workflow.steps[moment.step]?.stepId ?? target.workflowId;
  const source = { kind: "dependency", field, name, outcomes, discriminates } as const;
  const suggestedName = camelCase(name ?? field) || field;
  const id = planning.reads.add({ stepId, answer: "dependencies", source, type, expression, suggestedName });
  return { value: { kind: "read", read: id }, type, description };
}
