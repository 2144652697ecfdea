import * as temporal from "@temporalio/workflow";
import { type Answer, type Call, isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, LOST } from "./durable.js";
import { toStored } from "./errors.js";
import { makeSandbox } from "./sandbox.js";

/** The activity that sends a request, which a worker has to have: `{ send: (call) => client.send(call) }`. */
export interface TemporalActivities {
  send(call: Call): Promise<Answer>;
}

export interface TemporalOptions extends DurableOptions {
  /**
   * After how many milliseconds a request counts as lost whose worker does not answer: more than the `timeout` of its
   * client. @default 60_000
   */
  readonly lostAfter?: number | undefined;
}

/** By which a run hears of callbacks: a signal with what it is woken for, such as `message-status SM…`. */
const SIGNAL = "workflow-wake-up";
const wokenFor = temporal.defineSignal<[wakeUp: string], typeof SIGNAL>(SIGNAL);

/** What this workflow was woken for and has not waited for yet. The sandbox has these for each workflow anew. */
const heard = new Set<string>();

/**
 * Runs a workflow inside of one of Temporal: `(input) => onTemporal((runner) => send(input, { credentials, runner }))`.
 * Its errors are non-retryable application failures, whose `details[0]` is the error as JSON: `WorkflowError.from` makes an
 * error of a workflow of it again.
 */
export async function onTemporal<Output>(
  work: (runner: Runner) => Promise<Output>,
  { atLeastOnce = false, lostAfter: startToCloseTimeout = 60_000 }: TemporalOptions = {},
): Promise<Output> {
  makeSandbox();
  temporal.setHandler(wokenFor, (wakeUp) => void heard.add(wakeUp));
  const { runId, workflowId } = temporal.workflowInfo();
  const runner: Runner = {
    runId,
    mailbox: workflowId,
    async request(call) {
      const isOnce = call.effect === "unsafe" && !atLeastOnce;
      const activityId = `${call.id} ${call.version}`;
      const retry = isOnce ? { maximumAttempts: 1 } : {};
      const { send } = temporal.proxyActivities<TemporalActivities>({ activityId, startToCloseTimeout, retry });
      const answer = await send(call).catch((error: unknown) => {
        if (isOnce && error instanceof temporal.ActivityFailure && !temporal.isCancellation(error)) return LOST;
        throw error;
      });
      return { ...answer, replayed: temporal.workflowInfo().unsafe.isReplaying };
    },
    sleep: (_id, ms) => temporal.sleep(Math.ceil(ms)),
    async wait(_id, ms, { name }) {
      const isHeard = (): boolean => heard.has(name);
      const isWoken = isHeard() || (await temporal.condition(isHeard, Math.max(1, Math.ceil(ms))));
      heard.delete(name);
      return isWoken;
    },
  };
  try {
    return await work(runner);
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    const details = [toStored(error)];
    throw temporal.ApplicationFailure.create({ message: error.message, type: error.name, nonRetryable: true, details });
  }
}

/** What of a `Client` of `@temporalio/client` is used. */
export interface TemporalClient {
  readonly workflow: {
    getHandle(workflowId: string): { signal(name: string, wakeUp: string): Promise<void> };
  };
}

/** What the handler of callbacks wakes runs by: `createCallbackHandler({ wake: wakeOnTemporal(new Client()) })`. */
export function wakeOnTemporal({
  workflow,
}: TemporalClient): (wakeUp: string, run: string | undefined) => Promise<void> {
  return async (wakeUp, run) => {
    if (run === undefined) return;
    // A run that has ended takes no signals.
    await workflow
      .getHandle(run)
      .signal(SIGNAL, wakeUp)
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.name === "WorkflowNotFoundError")) throw error;
      });
  };
}
