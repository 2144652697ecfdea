// Written by twilio-workflows: change the documents and generate again.
import { WorkflowError } from "./workflow-error.js";

/** An input or an option cannot be used. Thrown before the request in question is sent. */
export class InvalidInputError extends WorkflowError {
  override readonly name = "InvalidInputError";
  readonly code = "invalid-input";
}
