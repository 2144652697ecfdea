import type { CallStep } from "../../link/linked-step.js";
import type { WorkflowsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Ran } from "../../flow/graph.js";
import { absent } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Json } from "../../ir/value.js";
import type { PlacedContext } from "./evaluation-context.js";
import { calledOutput } from "../calls/call-outputs.js";
import { dependencyInput, dependencyOutput } from "../calls/dependency-value.js";
import { inputNamed } from "../calls/returned.js";
import { outputOf, sentOf } from "./kept-value.js";
import { valueInside } from "./value-inside.js";
import { literalValue } from "./values.js";

/**
 * An input or output of another workflow: one that a step has called, or that has been completed before this one.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions
 */
export function workflowValue(
  expression: WorkflowsExpression,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const { field, workflowId } = expression;
  const { planning } = from;
  const called = calledBefore(workflowId, from);
  if (called.length > 1) return ambiguous(called, text, from);
  const [only] = called;
  if (only !== undefined) {
    const { call, ran } = only;
    if (field === "inputs") return givenInput(call, expression, text, from);
    const typed = calledOutput(call, expression, text, from);
    return typed && outputOf(typed, call, ran, text, planning);
  }
  const dependency = planning.dependencies.find(({ target }) => target.workflowId === workflowId);
  if (dependency === undefined) return missing(workflowId, text, from);
  return field === "inputs"
    ? dependencyInput(dependency, expression, text, from)
    : dependencyOutput(dependency, expression, text, from);
}

interface Called {
  readonly call: CallStep;
  readonly ran: Exclude<Ran, "never">;
}

function calledBefore(workflowId: string, { planning, moment }: PlacedContext): readonly Called[] {
  const calls = planning.calls.filter(({ target }) => target.workflowId === workflowId);
  return calls.flatMap((call): readonly Called[] => {
    const ran = planning.graph.ran(call.index, moment);
    return ran === "never" ? [] : [{ call, ran }];
  });
}

function ambiguous(called: readonly Called[], text: string, { planning, place }: PlacedContext): undefined {
  const steps = called.map(({ call }) => call.step.stepId);
  planning.findings.report(place, found.forwardReference.calls(text, steps));
}

function missing(workflowId: string, text: string, { planning, place }: PlacedContext): undefined {
  const { calls, dependencies, findings, workflow } = planning;
  const known = [...calls, ...dependencies].map(({ target }) => target.workflowId);
  const what = known.includes(workflowId)
    ? found.forwardReference.workflow(text, workflowId)
    : found.unknownWorkflow.unrelated(text, workflowId, [...known, workflow.workflowId]);
  findings.report(place, what);
}

/** What a step has given to the workflow that it called. */
function givenInput(
  call: CallStep,
  { path, pointer }: WorkflowsExpression,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const named = inputNamed(call.target, path, text, from);
  if (named === undefined) return undefined;
  const { input, type, rest } = named;
  const given = from.planning.givenTo(call)?.find(({ name }) => name === input.name);
  const typed =
    given && sentOf({ value: given.value, type, description: input.description }, call, text, from.planning);
  const { hasDefault, default: standIn } = input.schema;
  const otherwise = hasDefault ? literalValue(standIn as Json) : undefinedValue(input.description);
  return valueInside(typed ?? otherwise, [...rest, ...pointer], text, from);
}

function undefinedValue(description: string | undefined): TypedValue {
  return { value: { kind: "undefined" }, type: absent, description };
}
