// Written by twilio-workflows: change the documents and generate again.
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/** A step succeeded, but its answer lacks a value that a later step or the result needs. */
export class MissingOutputError extends WorkflowError {
  override readonly name = "MissingOutputError";
  readonly code = "missing-output";
  /** The expression that found nothing, as in the Arazzo document. */
  readonly expression: string;

  constructor(place: ErrorPlace, expression: string) {
    super(place, `the answer has nothing at ${expression}`);
    this.expression = expression;
  }
}
