import { at, type At, type Key } from "./at.js";

/** What stands at a path inside of each item of a list, for those items that have something there; of no list, none. */
export function each<Item, const Path extends readonly Key[]>(
  items: readonly Item[] | null | undefined,
  ...path: Path
): Exclude<At<Item, Path>, undefined>[] {
  return (Array.isArray(items) ? items : []).map((item: Item) => at(item, ...path)).filter(isThere);
}

function isThere<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
