import * as classes from "./errors.js";
import { isBranded, kinds } from "./workflow-error.js";

for (const [name, kind] of Object.entries(classes)) kinds.set(name, kind);

/** Every error of a workflow; `code` tells which. */
export type AnyWorkflowError = InstanceType<(typeof classes)[keyof typeof classes]>;

/** Whether a caught value is an error of a workflow, also when another copy of this package made it. */
export function isWorkflowError(value: unknown): value is AnyWorkflowError {
  return isBranded(value);
}
