import { isList, isMapping } from "./data.js";

/** What it costs to walk a value: the values in it, itself included, and the levels of containers. */
export interface Size {
  readonly values: number;
  readonly height: number;
}

/** The size of a value as if everything shared in it were written out; shared containers are measured once. */
export function sizeOf(value: unknown, known = new Map<object, Size>()): Size {
  if (!isList(value) && !isMapping(value)) return { values: 1, height: 0 };
  const measured = known.get(value);
  if (measured) return measured;
  let [values, height] = [1, 0];
  for (const entry of Object.values(value)) {
    const size = sizeOf(entry, known);
    values += size.values;
    height = Math.max(height, size.height);
  }
  const size = { values, height: height + 1 };
  known.set(value, size);
  return size;
}
