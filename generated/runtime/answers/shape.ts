// Written by twilio-workflows with each run: what is changed here is lost.
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
    const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
    const found = misfit(at(value, Array.isArray(value) ? Number(key) : key), inner, `${pointer}/${token}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "value";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" ? "object" : "text";
}
