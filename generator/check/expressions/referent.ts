import type { Path } from "../../documents/index.js";
import type { PayloadSource } from "../../link/payload/payload-source.js";
import type { EvaluationContext } from "./evaluation-context.js";

/** What an expression leads to elsewhere in the documents: a constant, another expression, an object with some in it. */
export interface Referent {
  readonly value: unknown;
  /** Where it stands. */
  readonly at: Path;
  /** What it may see there. */
  readonly from: EvaluationContext;
  /** The way down from it to what is meant. */
  readonly below: readonly string[];
  /** The payload that it is a part of. */
  readonly source?: PayloadSource | undefined;
}

/** The context inside of an output, or `undefined` if it is being worked out already. */
export function inside(output: string, from: EvaluationContext): EvaluationContext | undefined {
  const { outer = [] } = from;
  return outer.includes(output) ? undefined : { ...from, outer: [...outer, output] };
}
