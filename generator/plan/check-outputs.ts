import type { WorkflowPlanning } from "./planning.js";
import { resolveText } from "./resolve.js";
import { atSuccess } from "./viewpoint.js";

/** Looks at every output of every step, whether or not something reads it. */
export function checkOutputs(planning: WorkflowPlanning): void {
  for (const step of planning.steps) {
    for (const [name, text] of Object.entries(step.step.outputs ?? {})) {
      const place = planning.linked.document.place([...step.at, "outputs", name]);
      if (typeof text === "string") resolveText(text, { ...atSuccess(step, planning), place });
      else planning.findings.add("unsupported-feature", place, "a Selector Object is not compiled yet");
    }
  }
}
