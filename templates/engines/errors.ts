import { describe } from "../runtime/errors/text.js";
import * as errors from "../runtime/errors/errors.js";
import { type AnyWorkflowError, type Checkpoint, isWorkflowError } from "../runtime/index.js";

/** An error of a workflow as plain JSON, for a store: unlike that for a log, with its checkpoint. */
export interface StoredError {
  readonly name: string;
  readonly message: string;
  readonly code: AnyWorkflowError["code"];
  readonly checkpoint: Checkpoint;
  /** What its cause said. */
  readonly cause?: string | undefined;
}

/** An error of a workflow as plain JSON. */
export function toStored(error: AnyWorkflowError): StoredError & Readonly<Record<string, unknown>> {
  const { code, checkpoint, name, message, cause } = error;
  const fields: object = JSON.parse(JSON.stringify(error));
  return { ...fields, name, message, code, checkpoint, ...(cause !== undefined && { cause: describe(cause) }) };
}

/**
 * The error that was stored, or that is thrown by an engine which stored it. It has its class, its fields and its
 * checkpoint; its cause is an `Error` that says what the cause said. `undefined` for anything else.
 */
export function fromStored(stored: unknown): AnyWorkflowError | undefined {
  if (isWorkflowError(stored)) return stored;
  const { name, message, cause, ...fields } = { ...Object(stored), ...named(stored) };
  const found = Object.entries(errors).find(([className]) => className === name && "checkpoint" in fields)?.[1];
  if (found === undefined) return undefined;
  const error: unknown = new Error(message, cause === undefined ? undefined : { cause: new Error(cause) });
  Object.setPrototypeOf(error, found.prototype);
  const { checkpoint, ...plain } = fields;
  Object.assign(Object(error), plain, { name });
  Object.defineProperty(error, "checkpoint", { value: checkpoint });
  return isWorkflowError(error) ? error : undefined;
}

/** Of an `Error` they are no fields. */
function named(stored: unknown): object {
  return stored instanceof Error ? { name: stored.name, message: stored.message } : {};
}
