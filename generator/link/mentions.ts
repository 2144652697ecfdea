import { resolveReusable, type Workflow } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import type { LinkedDocument } from "./linked.js";

/** A place where a workflow names another one. */
export interface Mention {
  /** A workflowId, or an expression that begins with `$sourceDescriptions`. */
  readonly text: string;
  readonly at: Path;
}

/** Every workflow that a workflow calls, goes to or depends on, as often as it names it. */
export function mentionsIn(workflow: Workflow, at: Path, { arazzo }: LinkedDocument): readonly Mention[] {
  const mentions: Mention[] = [];
  const add = (text: string | undefined, place: Path): void => {
    if (text !== undefined) mentions.push({ text, at: place });
  };
  for (const [index, text] of (workflow.dependsOn ?? []).entries()) add(text, [...at, "dependsOn", index]);
  const addActions = (
    success: Workflow["successActions"],
    failure: Workflow["failureActions"],
    successAt: Path,
    failureAt: Path,
  ): void => {
    for (const [index, action] of (success ?? []).entries()) {
      const found = resolveReusable(arazzo, "successActions", action, [...successAt, index]);
      add(found?.value.workflowId, [...(found?.at ?? []), "workflowId"]);
    }
    for (const [index, action] of (failure ?? []).entries()) {
      const found = resolveReusable(arazzo, "failureActions", action, [...failureAt, index]);
      add(found?.value.workflowId, [...(found?.at ?? []), "workflowId"]);
    }
  };
  for (const [index, step] of workflow.steps.entries()) {
    const here = [...at, "steps", index];
    add(step.workflowId, [...here, "workflowId"]);
    addActions(step.onSuccess, step.onFailure, [...here, "onSuccess"], [...here, "onFailure"]);
  }
  const { successActions, failureActions } = workflow;
  addActions(successActions, failureActions, [...at, "successActions"], [...at, "failureActions"]);
  return mentions;
}
