import { InvalidInputError } from "../errors/errors.js";
import { WorkflowRun } from "../run/run.js";

/**
 * The item of a list of one; `undefined` where there is no list, or nothing in it. Throws an `InvalidInputError` where
 * there are several, because no document says which is meant.
 * @param stepId The step that sends it
 * @param expression The expression that reads it, for the error
 */
export function only<T>(
  run: WorkflowRun,
  list: readonly T[] | null | undefined,
  stepId: string,
  expression: string,
): T | undefined {
  // An answer may be of another shape than its document says.
  if (!Array.isArray(list) || list.length < 2) return list?.[0];
  const message = `${expression} means the only item of a list, which has ${list.length}`;
  throw new InvalidInputError(WorkflowRun.sessionOf(run).place(stepId), message);
}
