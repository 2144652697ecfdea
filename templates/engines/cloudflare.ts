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
}

/** Of what must not be sent twice, an attempt after the first one does not send, but keeps that the first is in doubt. */
const RETRIES = { retries: { limit: 5, delay: 1_000 } };

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
          byName: true,
          step: (name, send) => step.do(name, RETRIES, send),
          once: (name, send) => step.do(name, RETRIES, ({ attempt }) => send(attempt !== 1)),
          sleep: (name, ms) => step.sleep(name, ms),
        },
        options,
      ),
    );
  } catch (error) {
    throw isWorkflowError(error) ? new Error(JSON.stringify(toStored(error))) : error;
  }
}
