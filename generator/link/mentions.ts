import type { Workflow } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import type { LinkedDocument } from "./linked.js";
import { actionsIn, type ListedAction } from "./listed-actions.js";

/** A place where a workflow names another one. */
export interface Mention {
  /** A workflowId, or an expression that begins with `$sourceDescriptions`. */
  readonly text: string;
  readonly at: Path;
}

/** Every workflow that a workflow calls, goes to or depends on, as often as it names it. */
export function mentionsIn(workflow: Workflow, at: Path, linked: LinkedDocument): readonly Mention[] {
  const mentions: Mention[] = [];
  const add = (text: string | undefined, place: Path): void => {
    if (text !== undefined) mentions.push({ text, at: place });
  };
  for (const [index, text] of (workflow.dependsOn ?? []).entries()) add(text, [...at, "dependsOn", index]);
  const addActions = (actions: readonly ListedAction[]): void => {
    for (const { action, at: place } of actions) add(action.workflowId, [...place, "workflowId"]);
  };
  for (const [index, step] of workflow.steps.entries()) {
    const here = [...at, "steps", index];
    add(step.workflowId, [...here, "workflowId"]);
    addActions(actionsIn(step.onSuccess, "successActions", [...here, "onSuccess"], linked));
    addActions(actionsIn(step.onFailure, "failureActions", [...here, "onFailure"], linked));
  }
  for (const kind of ["successActions", "failureActions"] as const) {
    addActions(actionsIn(workflow[kind], kind, [...at, kind], linked));
  }
  return mentions;
}
