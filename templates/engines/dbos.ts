import { DBOS, type DBOSClient, Error as errors, type WorkflowHandle } from "@dbos-inc/dbos-sdk";
import { isWorkflowError, type Runner, WorkflowError } from "../runtime/index.js";
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
        {
          runId,
          mailbox: runId,
          step: (name, step) => DBOS.runStep(step, { name }),
          sleep: (_name, ms) => DBOS.sleep(ms),
          wait: async (_name, ms, wakeUp) => (await DBOS.recv(wakeUp, { timeoutSeconds: ms / 1_000 })) !== null,
        },
        options,
      ),
    );
  } catch (error) {
    throw isWorkflowError(error) ? Object.assign(new Error(error.message), toStored(error)) : error;
  }
}

/**
 * What the handler of callbacks wakes runs by: `createCallbackHandler({ wake: wakeOnDbos() })`.
 * @param sender A `DBOSClient`, in a process that runs no workflows. @default DBOS itself, which has to be launched
 */
export function wakeOnDbos(
  sender: Pick<DBOSClient, "send"> = DBOS,
): (wakeUp: string, run: string | undefined) => Promise<void> {
  return async (wakeUp, run) => {
    if (run === undefined) return;
    // Somebody may have deleted a run that has ended.
    await sender.send(run, true, wakeUp).catch((error: unknown) => {
      if (!(error instanceof errors.DBOSNonExistentWorkflowError)) throw error;
    });
  };
}

/**
 * Forks a run that ended in an `UnknownOutcomeError`, once it is known that its request did not take effect: another run
 * goes on from there with the same code, and sends it again. Throws a `TypeError` for a run that did not end so.
 */
export async function forkOnDbos<Output>(workflowID: string): Promise<WorkflowHandle<Output>> {
  const status = await DBOS.getWorkflowStatus(workflowID);
  const steps = await DBOS.listWorkflowSteps(workflowID);
  const begin = steps?.reverse().find(({ name }) => name.endsWith("/begin"));
  const error = WorkflowError.from(status?.error);
  if (begin && error?.code === "unknown-outcome") return DBOS.forkWorkflow<Output>(workflowID, begin.functionID);
  throw new TypeError(`the run ${workflowID} has not ended in an UnknownOutcomeError`);
}
