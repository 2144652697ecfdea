import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { isFailure, parseStepReference, type StepReference } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import { mentionsIn } from "../../link/mentions.js";
import type { WorkflowEntry, WorkflowIndex } from "../../link/workflow-index.js";

/**
 * Holds steps to the order that they ask for. It has no effect of its own: a step that depends on another one runs when
 * its turn comes, and the other one has to be completed by then.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#step-dependencies-and-execution-order
 */
export function checkStepDependencies(planning: LinkedWorkflow, workflows: WorkflowIndex): void {
  for (const [index, step] of planning.workflow.steps.entries()) {
    if (!planning.graph.isReachable(index)) continue;
    for (const [number, text] of (step.dependsOn ?? []).entries()) {
      const at = [...planning.at, "steps", index, "dependsOn", number];
      checkOne(text, at, index, planning, workflows);
    }
  }
}

function checkOne(text: string, at: Path, index: number, planning: LinkedWorkflow, workflows: WorkflowIndex): void {
  const { findings, linked } = planning;
  const reference = parseStepReference(text);
  if (isFailure(reference)) {
    findings.report(linked.document.place(at), found.invalidExpression.text(reference));
    return;
  }
  const { workflowId, stepId } = reference;
  if (workflowId === undefined || isOwn(reference, planning)) checkStep(stepId, at, index, planning);
  else checkForeign(reference, workflowId, at, index, planning, workflows);
}

function isOwn({ source, workflowId }: StepReference, { workflow }: LinkedWorkflow): boolean {
  return source === undefined && workflowId === workflow.workflowId;
}

function checkStep(stepId: string, at: Path, index: number, planning: LinkedWorkflow): void {
  const { workflow, positions, findings, linked, graph } = planning;
  const other = positions.get(stepId);
  if (other === undefined) {
    const known = workflow.steps.map((step) => step.stepId);
    findings.report(linked.document.place(at), found.unknownStep(stepId, known));
    return;
  }
  const ran = other === index ? "never" : graph.ran(other, { step: index, phase: "request" });
  if (ran === "always") return;
  const own = workflow.steps[index]?.stepId ?? "";
  findings.report(linked.document.place(at), found.unmetDependency.step(own, stepId, ran));
}

/** A step of another workflow is completed when that workflow is: when a step has called it, or before this one. */
function checkForeign(
  { source, stepId }: StepReference,
  workflowId: string,
  at: Path,
  index: number,
  planning: LinkedWorkflow,
  workflows: WorkflowIndex,
): void {
  const { findings, linked } = planning;
  const text = source === undefined ? workflowId : `$sourceDescriptions.${source}.${workflowId}`;
  const entry = workflows.find(text, linked, at, findings);
  if (entry === undefined) return;
  const known = entry.workflow.steps.map((step) => step.stepId);
  const place = linked.document.place(at);
  if (!known.includes(stepId)) {
    findings.report(place, found.unknownStep(stepId, known, { workflowId }));
  } else if (!isCompleted(entry, index, planning, workflows)) {
    findings.report(place, found.unmetDependency.workflow(workflowId));
  }
}

function isCompleted(
  entry: WorkflowEntry,
  index: number,
  { calls, dependencies, graph, workflow, at, linked }: LinkedWorkflow,
  workflows: WorkflowIndex,
): boolean {
  const { plan } = entry;
  // A workflow that is called but has no plan has been reported.
  if (plan === undefined) {
    return mentionsIn(workflow, at, linked).some(({ text }) => workflows.lookUp(text, linked) === entry);
  }
  if (dependencies.some(({ target }) => target === plan)) return true;
  const called = calls.filter(({ target }) => target === plan);
  return called.some((call) => graph.ran(call.index, { step: index, phase: "request" }) === "always");
}
