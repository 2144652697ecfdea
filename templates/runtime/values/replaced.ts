import type { Key } from "./at.js";

/**
 * A copy of a payload with another value at a path. Objects that are missing on the way are made, and `-` appends to a
 * list; where the way leads through anything else, the payload stays as it is.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#payload-replacement-object
 */
export function replaced<T>(payload: T, path: readonly Key[], value: unknown): T {
  // What the path leads to has been checked against the schema where the workflow was compiled.
  return replacedAt(payload, path, value) as T;
}

function replacedAt(here: unknown, [key, ...deeper]: readonly Key[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(here)) {
    const index = key === "-" ? here.length : Number(key);
    const isThere = Number.isInteger(index) && index >= 0 && index <= here.length;
    return isThere ? Object.assign([...here], { [index]: replacedAt(here[index], deeper, value) }) : here;
  }
  if (here === null || (typeof here !== "object" && here !== undefined)) return here;
  const entries = new Map(Object.entries(here ?? {}));
  entries.set(String(key), replacedAt(entries.get(String(key)), deeper, value));
  return Object.fromEntries(entries);
}
