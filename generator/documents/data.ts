import type { Path } from "./document.js";

/** A mapping of a document. Its keys are the document's: ask for them with {@link child}, never with `in`. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether the value is a mapping, as opposed to a list or a scalar. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether the container has this entry of its own; what objects inherit (`constructor`) does not count. */
export function hasChild(container: unknown, key: string | number): boolean {
  if (isList(container)) return indexOf(container, key) !== undefined;
  return isMapping(container) && Object.hasOwn(container, key);
}

/** The entry of a container, `undefined` where it has none of its own. */
export function child(container: unknown, key: string | number): unknown {
  if (isList(container)) {
    const index = indexOf(container, key);
    return index === undefined ? undefined : container[index];
  }
  return isMapping(container) && Object.hasOwn(container, key) ? container[String(key)] : undefined;
}

/** The value that the path leads to, `undefined` where it leads to nothing. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (!hasChild(value, key)) return undefined;
    value = child(value, key);
  }
  return value;
}

/** Sets an entry as an own property, `__proto__` included. */
export function setChild(container: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The key as an index into the list: a number, or its digits without leading zeros. */
export function indexOf(list: readonly unknown[], key: string | number): number | undefined {
  if (typeof key === "string" && !/^(?:0|[1-9]\d*)$/.test(key)) return undefined;
  const index = Number(key);
  return Number.isInteger(index) && index >= 0 && index < list.length ? index : undefined;
}

/** What a value is, in words: `text`, `a list`, … */
export function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (isList(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "an object";
  }
}
