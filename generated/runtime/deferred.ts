// Written by twilio-workflows: change the documents and generate again.
import type { PassKeys } from "./passes.js";
import type { Session } from "./session.js";
import { describe } from "./text.js";
import { InvalidInputError } from "./errors/index.js";

/**
 * An input that cannot exist yet when the workflow starts, such as a code that one of its steps sends: the value, or a
 * function that is asked for it when its step is reached, and told what is known by then.
 */
export type Deferred<Value, Known> = Value | Asked<Value, Known>;

type Asked<Value, Known> = (known: Known) => Value | Promise<Value>;

/** The value of an input for the next pass through a step. What was given once is not asked for again on resuming. */
export async function askFor<Value, Known>(
  session: Session,
  keys: PassKeys,
  stepId: string,
  input: string,
  given: Deferred<Value, Known>,
  known: Known,
): Promise<Value> {
  if (!isFunction(given)) return given;
  return session.journal.given(`${keys.upcoming(stepId)}?${input}`, () =>
    session.abortable(stepId, async () => {
      try {
        return await given(known);
      } catch (cause) {
        const message = `nobody gave the input ${input}: ${describe(cause)}`;
        throw new InvalidInputError(session.place(stepId), message, { cause });
      }
    }),
  );
}

function isFunction<Value, Known>(given: Deferred<Value, Known>): given is Asked<Value, Known> {
  return typeof given === "function";
}
