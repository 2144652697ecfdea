// Written by twilio-workflows with each run: what is changed here is lost.
import { InvalidInputError } from "../errors/errors.js";
import { WorkflowRun } from "./run.js";
import { describe } from "../errors/text.js";

/**
 * An input that cannot exist yet when the workflow starts, such as a code that one of its steps sends: the value, or a
 * function that is asked for it when its step is reached, and told what is known by then.
 */
export type Deferred<Value, Known> = Value | Asked<Value, Known>;

type Asked<Value, Known> = (known: Known) => Value | Promise<Value>;

/**
 * The value of an input that comes later, for the next pass through a step: a function is asked for it now, and told
 * what is known. What was given once is not asked for again on resuming.
 */
export async function askFor<Value, Known>(
  run: WorkflowRun,
  stepId: string,
  input: string,
  given: Deferred<Value, Known>,
  known: NoInfer<Known>,
): Promise<Value> {
  if (!isFunction(given)) return given;
  const session = WorkflowRun.sessionOf(run);
  const value = await session.journal.given(`${session.keys.upcoming(stepId)}?${input}`, async () => {
    await session.goOn(stepId);
    return session.abortable(stepId, async () => {
      try {
        return await given(known);
      } catch (cause) {
        const message = `nobody gave the input ${input}: ${describe(cause)}`;
        throw new InvalidInputError(session.place(stepId), message, { cause });
      }
    });
  });
  await session.keep(stepId);
  return value;
}

function isFunction<Value, Known>(given: Deferred<Value, Known>): given is Asked<Value, Known> {
  return typeof given === "function";
}
