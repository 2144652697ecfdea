import { DBOS } from "@dbos-inc/dbos-sdk";
import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner } from "./durable.js";
import { toStored } from "./errors.js";

/**
 * Runs a workflow inside of a DBOS workflow: `DBOS.registerWorkflow((input) => onDbos((runner) => send(input, { runner })))`.
 * Its errors keep their fields and their checkpoint in DBOS; `WorkflowError.from` makes errors of a workflow of them again.
 */
export async function onDbos<Output>(
  work: (runner: Runner) => Promise<Output>,
  options?: DurableOptions,
): Promise<Output> {
  const runId = DBOS.workflowID;
  if (runId === undefined) throw new TypeError("onDbos must be called inside of a DBOS workflow");
  try {
    return await work(
      durableRunner(
        { runId, step: (name, step) => DBOS.runStep(step, { name }), sleep: (_name, ms) => DBOS.sleep(ms) },
        options,
      ),
    );
  } catch (error) {
    throw isWorkflowError(error) ? Object.assign(new Error(error.message), toStored(error)) : error;
  }
}
