import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner } from "./durable.js";
import { toStored } from "./errors.js";

/** The part of a `WorkflowStep` of Cloudflare that is used. */
export interface CloudflareStep {
  do<T>(name: string, work: (context: { attempt: number }) => Promise<T>): Promise<T>;
  do<T>(
    name: string,
    config: { retries: { limit: number; delay: number } },
    work: (context: { attempt: number }) => Promise<T>,
  ): Promise<T>;
  sleep(name: string, ms: number): Promise<void>;
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
  // The second attempt does not send, but keeps that the first one is in doubt.
  const twice = { retries: { limit: 1, delay: 0 } };
  try {
    return await work(
      durableRunner(
        {
          runId,
          step: (name, once) => step.do(name, once),
          once: (name, send) => step.do(name, twice, ({ attempt }) => send(attempt !== 1)),
          sleep: (name, ms) => step.sleep(name, ms),
        },
        options,
      ),
    );
  } catch (error) {
    throw isWorkflowError(error) ? new Error(JSON.stringify(toStored(error))) : error;
  }
}
