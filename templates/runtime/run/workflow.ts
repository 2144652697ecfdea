import { newClient } from "../client/client.js";
import type { Signing } from "../client/signing.js";
import { UnknownOutcomeError } from "../errors/errors.js";
import { faultOf } from "../errors/fault.js";
import { Journal } from "../journal/journal.js";
import { isOfRunOnly, optionRules } from "../options/option-checks.js";
import { checkOptions, isObject, type Rules } from "../options/option-rules.js";
import type { ApiClient } from "../options/client-options.js";
import type { AnyOptions } from "../options/options.js";
import { WorkflowRun } from "./run.js";
import { withoutWaiting } from "./runner.js";
import { insides, Session } from "./session.js";

/** What the code of a workflow says about itself. */
export interface WorkflowSettings {
  /** A digest of its steps, so that no checkpoint is resumed on other ones. @default that of a workflow by hand */
  version?: string | undefined;
  /** Makes the client of a run that is given none, before its options are. @default that of the documents alone */
  newClient?: ((signing?: Signing) => ApiClient) | undefined;
  /** Makes what signs its requests, where documents ask for that. @default none can be signed */
  signers?: (() => Signing) | undefined;
  /** The rules of its options. @default those that all have */
  rules?: Rules<AnyOptions> | undefined;
}

/**
 * Begins one run of a workflow. Throws an `InvalidInputError` for options that cannot be used, and an
 * `UnknownOutcomeError` for a checkpoint with a step that may have taken effect, unless `resend` names the step.
 */
export function openWorkflow(
  workflowId: string,
  options: AnyOptions = {},
  { version = "", signers, newClient: make = newClient, rules = optionRules }: WorkflowSettings = {},
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
    checkOptions(options, rules);
    journal.opens(workflowId, version);
    journal.goOn("");
    const given = options.client ?? make(signers?.());
    const client = isOfRunOnly(options) ? given : given.with(options);
    // What a dry run is answered is for no store.
    const dry = client.isDry ? { runner: withoutWaiting, onCheckpoint: undefined } : {};
    if (client.isDry) journal.freeze();
    session = new Session(workflowId, journal, { ...options, ...dry, client });
    const { account } = session.client.profile ?? {};
    if (account !== undefined) journal.begins("account", account);
  } catch (cause) {
    throw faultOf({ workflowId, checkpoint: journal.checkpoint() }, cause);
  }
  const unsettled = journal.unsettled(options.resend ?? []);
  if (unsettled !== undefined) {
    throw new UnknownOutcomeError(session.place(unsettled), "sent in an earlier run, it may have taken effect");
  }
  return new WorkflowRun(session);
}
