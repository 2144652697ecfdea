import type { Field, ReadId } from "../ir/model.js";
import type { CallStep } from "../link/linked-step.js";
import type { LinkedWorkflow } from "../flow/linked-workflow.js";
import type { Sends } from "./sends.js";

/** A workflow whose inputs have the types that all that is sent asks for: expressions in it have values. */
export interface SolvedWorkflow extends LinkedWorkflow {
  /** All that is sent, checked. */
  readonly sends: Sends;
  /** The inputs that are given later, by their names. */
  readonly deferred: ReadonlyMap<string, LaterInput>;
  /** What a step gives to the workflow that it calls; `undefined` where nothing leads to the step. */
  readonly givenTo: (call: CallStep) => readonly Field[] | undefined;
}

/** An input that is given later. */
export interface LaterInput {
  readonly read: ReadId;
  /** The positions of the steps that ask for it. */
  readonly asks: Set<number>;
  /** Which steps these are has been found out. */
  readonly isSolved: boolean;
}

/** Works out once for each call what it gives. While that is being worked out, it is taken to give nothing. */
export function once(
  workOut: (call: CallStep) => readonly Field[] | undefined,
): (call: CallStep) => readonly Field[] | undefined {
  const known = new Map<number, readonly Field[] | undefined>();
  return (call) => {
    if (known.has(call.index)) return known.get(call.index);
    known.set(call.index, undefined);
    const fields = workOut(call);
    known.set(call.index, fields);
    return fields;
  };
}
