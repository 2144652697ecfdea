// Written by twilio-workflows: change the documents and generate again.
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/** A polled step did not come to its end in time. A run that resumes polls anew. */
export class PollDeadlineError extends WorkflowError {
  override readonly name = "PollDeadlineError";
  readonly code = "poll-deadline";
  /** How often was asked. */
  readonly attempts: number;
  /** In milliseconds. */
  readonly deadline: number;
  /** What the workflow would have returned by then, such as the last status seen. */
  readonly outputs: Record<string, unknown>;

  constructor(place: ErrorPlace, attempts: number, deadline: number, outputs: Record<string, unknown>) {
    super(place, `not at its end after ${deadline} ms and ${attempts} requests; see \`outputs\` for what is known`);
    this.attempts = attempts;
    this.deadline = deadline;
    this.outputs = outputs;
  }
}
