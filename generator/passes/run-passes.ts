import type { FunctionIr } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";

/** Makes a function into another one that does the same. */
export type Pass = (ir: FunctionIr) => FunctionIr;

/** Runs passes over the function of a workflow, one after another, and tells the observer of each by its name. */
export function runPasses(
  workflowId: string,
  lowered: FunctionIr,
  passes: Readonly<Record<string, Pass>>,
  observer?: Observer,
): FunctionIr {
  return Object.entries(passes).reduce((before, [name, pass]) => {
    const after = pass(before);
    observer?.onPass(name, workflowId, before, after);
    return after;
  }, lowered);
}
