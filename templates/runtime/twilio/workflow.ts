import type { WorkflowRun } from "../run/run.js";
import { openWorkflow as open, type WorkflowSettings } from "../run/workflow.js";
import { newTwilio } from "./client.js";
import type { AnyOptions } from "./options.js";
import { twilioRules } from "./rules.js";

/** Begins one run of a workflow that calls Twilio. Throws as that of any other does. */
export function openWorkflow(
  workflowId: string,
  options: AnyOptions = {},
  settings: WorkflowSettings = {},
): WorkflowRun {
  return open(workflowId, options, { ...settings, newClient: newTwilio, rules: twilioRules });
}
