// Written by twilio-workflows: change the documents and generate again.
import { excerpt } from "../text.js";
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/** An answer came but cannot be used: it is not the JSON it should be, it is empty, or it is too large. */
export class InvalidAnswerError extends WorkflowError {
  override readonly name = "InvalidAnswerError";
  readonly code = "invalid-answer";
  /** The HTTP status. */
  readonly status: number;
  /** The start of the body, on one line. */
  readonly body: string;

  constructor(place: ErrorPlace, message: string, answer: { status: number; body: string }, options?: ErrorOptions) {
    const body = excerpt(answer.body);
    super(place, body === "" ? message : `${message}: ${body}`, options);
    this.status = answer.status;
    this.body = body;
  }
}
