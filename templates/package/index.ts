import type { AnyOptions } from "../runtime/options/options.js";
import type { WorkflowRun } from "../runtime/run/run.js";
import { openWorkflow as open, type WorkflowSettings } from "../runtime/run/workflow.js";
import { type Contracted, keepContract } from "./contract.js";

// `twilio-workflows/runtime`: what functions run on that were generated with `--runtime package`.
export * from "../runtime/index.js";
export * from "./used.js";

/** Begins one run of a workflow. Throws as that of a copied runtime does, and for a contract that is not kept. */
export function openWorkflow(
  workflowId: string,
  options: AnyOptions | undefined,
  { contract, ...settings }: WorkflowSettings & Contracted,
): WorkflowRun {
  keepContract(workflowId, contract);
  return open(workflowId, options, settings);
}
