import { at } from "../values/at.js";

/**
 * What a value has to be, as far as it is read: an object with the members that are named, a list, a `text` (a number or
 * a boolean will do), or `any` value.
 */
export type Shape = "any" | "text" | readonly Shape[] | { readonly [name: string]: Shape };

/** Where a value is not of a shape, and what is wanted there: `no list at #/items`. `undefined` where all fits. */
export function misfit(value: unknown, shape: Shape, pointer = ""): string | undefined {
  if (shape === "any") return undefined;
  if (kindOf(value) !== kindOf(shape)) return `no ${kindOf(shape)} at $response.body${pointer && `#${pointer}`}`;
  if (shape === "text") return undefined;
  for (const [key, inner] of Object.entries(shape)) {
    const found = misfit(at(value, Array.isArray(value) ? Number(key) : key), inner, `${pointer}${pointerOf([key])}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The JSON Pointer of what stands below some keys. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "value";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" ? "object" : "text";
}

/** Unlike `NonNullable`, this leaves lists of texts as they are. */
export function isThere<T>(value: T): value is Exclude<T, null | undefined> {
  return value !== undefined && value !== null;
}
