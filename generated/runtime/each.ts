// Written by twilio-workflows: change the documents and generate again.
import { at, type At, type Key } from "./at.js";

/** What stands at a path inside of each item of a list, for those items that have something there. */
export function each<Item, const Path extends readonly Key[]>(
  items: readonly Item[] | null | undefined,
  ...path: Path
): Exclude<At<Item, Path>, undefined>[] {
  return (items ?? []).map((item) => at(item, ...path)).filter(isThere);
}

function isThere<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
