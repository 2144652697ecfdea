import { type Context, TerminalError } from "@restatedev/restate-sdk";
import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner } from "./durable.js";
import { toStored } from "./errors.js";

/**
 * Runs a workflow inside of a handler of Restate: `(ctx, input) => onRestate(ctx, (runner) => send(input, { runner }))`.
 * Its errors are terminal ones, which Restate does not try again; their `metadata.error` is the error as JSON, of which
 * `WorkflowError.from` makes an error of a workflow again.
 */
export async function onRestate<Output>(
  ctx: Context,
  work: (runner: Runner) => Promise<Output>,
  options?: DurableOptions,
): Promise<Output> {
  try {
    return await work(
      durableRunner(
        {
          runId: ctx.request().id,
          step: (name, step) => ctx.run(name, step),
          sleep: (name, ms) => ctx.sleep(ms, name),
        },
        options,
      ),
    );
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    throw new TerminalError(error.message, { metadata: { error: JSON.stringify(toStored(error)) } });
  }
}
