import { WorkflowRun } from "./run.js";
import { urlOfCallbacks } from "./wake-ups.js";

/** Where callbacks about what a run waits for are to be sent; `undefined` if it takes none. */
export function callbackUrl(run: WorkflowRun): string | undefined {
  return urlOfCallbacks(WorkflowRun.sessionOf(run));
}
