import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { DependencyPlan, Field, Value, WorkflowPlan } from "../../ir/model.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";
import { calledOutputs } from "./call-outputs.js";
import { dependencyInputs, dependencyOutputs } from "./dependency-value.js";

/**
 * What a workflow that is called takes from those that it depends on: they have been called before, or are what the
 * caller depends on itself.
 */
export function passDependencies(
  target: WorkflowPlan,
  at: Path,
  from: EvaluationContext,
): readonly Field[] | undefined {
  if (target.dependencies.length === 0) return undefined;
  return target.dependencies.flatMap((wanted) => passOne(target, wanted, at, from));
}

function passOne(target: WorkflowPlan, wanted: DependencyPlan, at: Path, from: EvaluationContext): readonly Field[] {
  const { planning } = from;
  const passed = passedBy(wanted, from);
  if (passed === undefined) {
    const what = found.unmetDependency.ofCalled(target.workflowId, wanted.workflowId);
    planning.findings.report(planning.linked.document.place(at), what);
    return [];
  }
  const outputs = { name: wanted.outputs, value: passed.outputs };
  return wanted.inputs === undefined ? [outputs] : [outputs, { name: wanted.inputs.field, value: passed.inputs }];
}

function passedBy(
  { functionName, inputs }: DependencyPlan,
  from: EvaluationContext,
): { readonly outputs: Value; readonly inputs: Value } | undefined {
  const { calls, dependencies, graph } = from.planning;
  // Of several the last one: what it returned is the latest.
  const call = calls.findLast(
    ({ target, index }) => target.functionName === functionName && graph.ran(index, from.moment) === "always",
  );
  if (call !== undefined) {
    return {
      outputs: calledOutputs(call).value,
      inputs: { kind: "object", fields: from.planning.givenTo(call) ?? [] },
    };
  }
  const own = dependencies.find(({ target }) => target.functionName === functionName);
  if (own === undefined) return undefined;
  const outputs = dependencyOutputs(own, from).value;
  // Asked for only where it is needed: what is asked for becomes a part of the argument.
  return { outputs, inputs: inputs === undefined ? outputs : dependencyInputs(own, from).value };
}
