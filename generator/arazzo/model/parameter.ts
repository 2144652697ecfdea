import * as z from "zod";
import { isReusable, reusable } from "./reusable.js";
import { either, list, object, text, value } from "./shape.js";

/**
 * Whether `in` has to be there depends on what takes the parameter; see the checks.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#parameter-object
 */
export const parameter = object({
  name: text,
  in: z.enum(["path", "query", "querystring", "header", "cookie"]).optional(),
  /** A constant, a text with expressions, or (in 1.1) a Selector Object; `null` is a constant too. */
  value,
});

export type Parameter = z.output<typeof parameter>;

/** Parameters, in full or by reference. */
export const parameters = list(either(isReusable, reusable, parameter));
