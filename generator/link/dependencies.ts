import type { Findings } from "../diagnostics.js";
import type { DependencyPlan, WorkflowPlan } from "../ir/model.js";
import { Scope } from "./names.js";
import type { WorkflowEntry, WorkflowIndex } from "./workflow-index.js";

/** A workflow that has to be completed before this one. */
export interface LinkedDependency {
  readonly target: WorkflowPlan;
  /** The fields of the argument that hold what it returned, and what it was given. */
  readonly outputs: string;
  readonly inputs: string;
  /** Something reads what it was given. */
  inputsRead: boolean;
}

/**
 * The workflows that have to be completed before one, each once.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export function dependenciesOf(
  { workflow, at, linked }: WorkflowEntry,
  workflows: WorkflowIndex,
  findings: Findings,
): readonly LinkedDependency[] {
  const targets = (workflow.dependsOn ?? []).flatMap((text, index) => {
    return workflows.find(text, linked, [...at, "dependsOn", index], findings)?.plan ?? [];
  });
  const fields = new Scope();
  return [...new Set(targets)].map((target) => {
    const { functionName } = target;
    const outputs = fields.take(functionName, `${functionName}Output`);
    return { target, outputs, inputs: fields.take(`${functionName}Input`), inputsRead: false };
  });
}

/** The same as fields of an argument, once it is known what is read of them. */
export function dependencyPlans(dependencies: readonly LinkedDependency[]): readonly DependencyPlan[] {
  return dependencies.map(({ target, outputs, inputs, inputsRead }) => ({
    workflowId: target.workflowId,
    functionName: target.functionName,
    fileName: target.fileName,
    outputs,
    outputName: target.outputName,
    inputs: inputsRead ? { field: inputs, typeName: target.inputName } : undefined,
  }));
}
