import { InvalidInputError, UnknownOutcomeError } from "./errors/index.js";
import { Journal } from "./journal.js";
import { NestedOptions } from "./nested.js";
import type { WorkflowOptions } from "./options.js";
import { WorkflowRun } from "./run.js";
import { Session } from "./session.js";
import { describe } from "./text.js";

/**
 * Begins one run of a workflow. Throws an `InvalidInputError` for options that cannot be used, and an
 * `UnknownOutcomeError` for a checkpoint with a step that may have taken effect, unless `resend` names the step.
 */
export function openWorkflow(workflowId: string, options: WorkflowOptions = {}): WorkflowRun {
  if (options instanceof NestedOptions) return new WorkflowRun(options.open(workflowId), options.poll);
  let journal = new Journal(workflowId);
  let session: Session;
  try {
    journal = new Journal(workflowId, options.resume);
    session = new Session(workflowId, journal, options);
  } catch (cause) {
    throw new InvalidInputError({ workflowId, checkpoint: journal.checkpoint() }, describe(cause), { cause });
  }
  const unsettled = journal.unsettled(options.resend ?? []);
  if (unsettled !== undefined) {
    throw new UnknownOutcomeError(session.place(unsettled), "sent in an earlier run, it may have taken effect");
  }
  return new WorkflowRun(session, options.poll ?? {});
}
