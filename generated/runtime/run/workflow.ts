// Written by twilio-workflows with each run: what is changed here is lost.
import { InvalidInputError, UnknownOutcomeError } from "../errors/errors.js";
import { Journal } from "../journal/journal.js";
import { optionRules } from "../options/option-checks.js";
import { checkOptions, isObject } from "../options/option-rules.js";
import type { WorkflowOptions } from "../options/options.js";
import { WorkflowRun } from "./run.js";
import { insides, Session } from "./session.js";
import { describe } from "../errors/text.js";

/** What the code of a workflow says about itself. */
export interface WorkflowSettings {
  /** A digest of its steps, so that no checkpoint is resumed on other ones. @default that of a workflow by hand */
  version?: string | undefined;
}

/**
 * Begins one run of a workflow. Throws an `InvalidInputError` for options that cannot be used, and an
 * `UnknownOutcomeError` for a checkpoint with a step that may have taken effect, unless `resend` names the step.
 */
export function openWorkflow(
  workflowId: string,
  options: WorkflowOptions<object> = {},
  { version = "" }: WorkflowSettings = {},
): WorkflowRun {
  const inside = insides.get(options)?.(workflowId);
  if (inside) {
    inside.checked(undefined, () => inside.journal.opens(workflowId, version));
    return new WorkflowRun(inside);
  }
  let journal = new Journal(workflowId);
  let session: Session;
  try {
    // Before the other options are checked, so that the error has its checkpoint.
    journal = new Journal(workflowId, isObject(options) && isObject(options.resume) ? options.resume : undefined);
    checkOptions(options, optionRules);
    journal.opens(workflowId, version);
    journal.goOn();
    session = new Session(workflowId, journal, options);
    const { accountSid } = session.client;
    if (accountSid !== undefined) journal.begins("account", accountSid);
  } catch (cause) {
    throw new InvalidInputError({ workflowId, checkpoint: journal.checkpoint() }, describe(cause), { cause });
  }
  const unsettled = journal.unsettled(options.resend ?? []);
  if (unsettled !== undefined) {
    throw new UnknownOutcomeError(session.place(unsettled), "sent in an earlier run, it may have taken effect");
  }
  return new WorkflowRun(session);
}
