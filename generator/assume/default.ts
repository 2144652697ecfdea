import type { Assumption } from "../diagnostics.js";
import { overlayFix } from "../documents/index.js";
import type { Schema } from "../schema/index.js";

/**
 * That the default of an input is another value, or that there is none where it is empty.
 * @param meant `undefined` where no other value is meant
 */
export function assumedDefault(
  { document, at, default: value }: Schema,
  meant: string | number | boolean | undefined,
): Assumption | undefined {
  if (meant === undefined && value !== "" && value !== null) return undefined;
  const description = meant === undefined ? "Nothing stands in for the input." : "Written as the input takes it.";
  const correction =
    meant === undefined ? { at: [...at, "default"], description } : { at, description, update: { default: meant } };
  return {
    that: meant === undefined ? "nothing stands in for the input" : `it is ${JSON.stringify(meant)}`,
    actions: () => overlayFix(document, [correction]),
  };
}
