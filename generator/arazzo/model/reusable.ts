import * as z from "zod";
import { hasChild } from "../../documents/data.js";
import { text } from "./shape.js";

/**
 * Fields beside these two "MUST be ignored". The text wants `value` to be a string; its examples have a number.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#reusable-object
 */
export const reusable = z.object({ reference: text, value: z.unknown().optional() }).readonly();

export type Reusable = z.output<typeof reusable>;

/** Whether an entry of a list refers to a component. */
export function isReusable(value: unknown): value is Reusable {
  return hasChild(value, "reference");
}
