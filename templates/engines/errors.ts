import { describe } from "../runtime/errors/text.js";
import type { AnyWorkflowError, Checkpoint } from "../runtime/index.js";

/** An error of a workflow as plain JSON, for a store: unlike that for a log, with its checkpoint. */
export interface StoredError {
  readonly name: string;
  readonly message: string;
  readonly code: AnyWorkflowError["code"];
  readonly checkpoint: Checkpoint;
  /** What its cause said. */
  readonly cause?: string | undefined;
}

/** An error of a workflow as plain JSON, of which `WorkflowError.from` makes the error again. */
export function toStored(error: AnyWorkflowError): StoredError & Readonly<Record<string, unknown>> {
  const { code, checkpoint, name, message, cause } = error;
  const fields: object = JSON.parse(JSON.stringify(error));
  return { ...fields, name, message, code, checkpoint, ...(cause !== undefined && { cause: describe(cause) }) };
}
