// Written by twilio-workflows: change the documents and generate again.
import { WorkflowError } from "./workflow-error.js";

/** There are no usable credentials: none are set, one is missing, or Twilio gives no token for them. */
export class CredentialsError extends WorkflowError {
  override readonly name = "CredentialsError";
  readonly code = "credentials";
}
