import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner, type Kept } from "./durable.js";
import { toStored } from "./errors.js";

/** The part of a `DurableContext` of AWS that is used. */
export interface AwsContext {
  readonly executionContext: { readonly durableExecutionArn: string };
  step(
    name: string,
    work: (context: { attempt: number }) => Promise<Kept>,
    config?: {
      semantics?: string;
      retryStrategy?: (error: Error, attempt: number) => { shouldRetry: boolean };
    },
  ): PromiseLike<Kept>;
  wait(name: string, duration: { seconds: number }): PromiseLike<void>;
}

/** Of what must not be sent twice, an attempt after the first one does not send, but keeps that the first is in doubt. */
const ONCE = { semantics: "AT_MOST_ONCE_PER_RETRY", retryStrategy: () => ({ shouldRetry: true }) };

/**
 * Runs a workflow inside of a durable function of AWS:
 * `withDurableExecution((input, context) => onAws(context, (runner) => send(input, { runner })))`. What an execution keeps of
 * an error is its name and its message, which is the error as JSON: `WorkflowError.from(JSON.parse(message))` makes an error
 * of a workflow of it again. AWS waits whole seconds.
 */
export async function onAws<Output>(
  context: AwsContext,
  work: (runner: Runner) => Promise<Output>,
  options?: DurableOptions,
): Promise<Output> {
  try {
    return await work(
      durableRunner(
        {
          runId: context.executionContext.durableExecutionArn,
          step: async (name, send) => context.step(name, send),
          once: async (name, send) => context.step(name, ({ attempt }) => send(attempt !== 1), ONCE),
          sleep: async (name, ms) => context.wait(name, { seconds: Math.max(1, Math.ceil(ms / 1_000)) }),
        },
        options,
      ),
    );
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    throw Object.assign(new Error(JSON.stringify(toStored(error))), { name: error.name });
  }
}
