import { NonRetriableError } from "inngest";
import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner, type Kept } from "./durable.js";
import { toStored } from "./errors.js";

/** The part of the context of a function of Inngest that is used. */
export interface InngestContext {
  readonly runId: string;
  readonly attempt: number;
  readonly step: {
    run(id: string, work: () => Promise<Kept>): Promise<Kept>;
    sleep(id: string, ms: number): Promise<void>;
    waitForEvent(id: string, options: { event: string; timeout: number; if: string }): Promise<unknown>;
  };
}

/** By which a run hears of callbacks. */
const EVENT = "workflow/wake-up";

/** What Inngest waits. */
const wholeSeconds = (ms: number): number => Math.ceil(ms / 1_000) * 1_000;

/**
 * Runs a workflow inside of a function of Inngest: `(context) => onInngest(context, (runner) => send(input, { runner }))`.
 * Its errors are non-retriable ones, whose `cause.error` is the error as JSON: `WorkflowError.from` makes an error of a
 * workflow of it again. Inngest waits whole seconds.
 */
export async function onInngest<Output>(
  { runId, attempt, step }: InngestContext,
  work: (runner: Runner) => Promise<Output>,
  options?: DurableOptions,
): Promise<Output> {
  // Of a retry, the first step may have been done before; what comes after it has not.
  const retried = [attempt > 0];
  const isAgain = (): boolean => retried.pop() ?? false;
  try {
    return await work(
      durableRunner(
        {
          runId,
          byName: true,
          step: (name, send) => step.run(name, () => (isAgain(), send())),
          once: (name, send) => step.run(name, () => send(isAgain())),
          sleep: (name, ms) => step.sleep(name, wholeSeconds(ms)),
          async wait(name, ms, wakeUp) {
            const about = `async.data.wakeUp == ${JSON.stringify(wakeUp)}`;
            const event = await step.waitForEvent(name, { event: EVENT, timeout: wholeSeconds(ms), if: about });
            return event !== null;
          },
        },
        options,
      ),
    );
  } catch (error) {
    throw isWorkflowError(error) ? new NonRetriableError(error.message, { cause: { error: toStored(error) } }) : error;
  }
}

/**
 * What the handler of callbacks wakes runs by: `createCallbackHandler({ wake: wakeOnInngest(inngest) })`. Inngest does not
 * keep events: one that comes before the run waits wakes nobody.
 */
export function wakeOnInngest(inngest: {
  send(event: { name: string; data: { wakeUp: string } }): Promise<unknown>;
}): (wakeUp: string) => Promise<void> {
  return async (wakeUp) => void (await inngest.send({ name: EVENT, data: { wakeUp } }));
}
