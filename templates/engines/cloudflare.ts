import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner, type Kept } from "./durable.js";
import { toStored } from "./errors.js";

/** The part of a `WorkflowStep` of Cloudflare that is used. */
export interface CloudflareStep {
  do(
    name: string,
    config: { retries: { limit: number; delay: number } },
    work: (context: { attempt: number }) => Promise<Kept>,
  ): Promise<Kept>;
  sleep(name: string, ms: number): Promise<void>;
  waitForEvent(name: string, options: { type: string; timeout: number }): Promise<unknown>;
}

/** Of what must not be sent twice, an attempt after the first one does not send, but keeps that the first is in doubt. */
const RETRIES = { retries: { limit: 5, delay: 1_000 } };

/** What Cloudflare waits for an event at least, in milliseconds. */
const SHORTEST_WAIT = 1_000;

/** The type of the event that wakes for something: types have these characters only. */
function typeOf(wakeUp: string): string {
  return wakeUp.replaceAll(/[^\w-]/g, "_").slice(0, 100);
}

/**
 * Runs a workflow inside of the `run(event, step)` of a Cloudflare Workflow:
 * `onCloudflare(event, step, (runner) => send(event.payload, { runner }))`. What an instance keeps of an error is its
 * message, which is the error as JSON: `WorkflowError.from(JSON.parse(message))` makes an error of a workflow of it again.
 */
export async function onCloudflare<Output>(
  { instanceId: runId }: { readonly instanceId: string },
  step: CloudflareStep,
  work: (runner: Runner) => Promise<Output>,
  options?: DurableOptions,
): Promise<Output> {
  try {
    return await work(
      durableRunner(
        {
          runId,
          mailbox: runId,
          byName: true,
          step: (name, send) => step.do(name, RETRIES, send),
          once: (name, send) => step.do(name, RETRIES, ({ attempt }) => send(attempt !== 1)),
          sleep: (name, ms) => step.sleep(name, ms),
          async wait(name, ms, wakeUp) {
            try {
              await step.waitForEvent(name, { type: typeOf(wakeUp), timeout: Math.max(ms, SHORTEST_WAIT) });
              return true;
            } catch (error) {
              if (error instanceof Error && /timed out/.test(error.message)) return false;
              throw error;
            }
          },
        },
        options,
      ),
    );
  } catch (error) {
    throw isWorkflowError(error) ? new Error(JSON.stringify(toStored(error))) : error;
  }
}

/** The part of the binding of a Cloudflare Workflow that is used. */
export interface CloudflareWorkflow {
  get(id: string): Promise<{
    status(): Promise<{ readonly status: string }>;
    sendEvent(event: { type: string; payload: unknown }): Promise<void>;
  }>;
}

const ENDED: readonly string[] = ["complete", "errored", "terminated"];

/** What the handler of callbacks wakes runs by: `createCallbackHandler({ wake: wakeOnCloudflare(env.MESSAGES) })`. */
export function wakeOnCloudflare(
  workflow: CloudflareWorkflow,
): (wakeUp: string, run: string | undefined) => Promise<void> {
  return async (wakeUp, run) => {
    if (run === undefined) return;
    const instance = await workflow.get(run);
    if (ENDED.includes((await instance.status()).status)) return;
    await instance.sendEvent({ type: typeOf(wakeUp), payload: {} });
  };
}
