import type { WorkflowRun } from "../runtime/run/run.js";
import type { WorkflowSettings } from "../runtime/run/workflow.js";
import type { AnyOptions } from "../runtime/twilio/options.js";
import { openWorkflow as open } from "../runtime/twilio/workflow.js";
import { type Contracted, keepContract } from "./contract.js";

// `twilio-workflows/runtime/twilio`: the same for functions that call Twilio.
export * from "../runtime/twilio/index.js";
export * from "./used.js";
export { accountSidOf } from "../runtime/twilio/account-sid.js";

/** Begins one run of a workflow that calls Twilio. Throws as that of any other does. */
export function openWorkflow(
  workflowId: string,
  options: AnyOptions | undefined,
  { contract, ...settings }: WorkflowSettings & Contracted,
): WorkflowRun {
  keepContract(workflowId, contract);
  return open(workflowId, options, settings);
}
