import * as z from "zod";
import { object, text } from "./shape.js";

/**
 * Our extension `x-each` of a step: the step is done for each element of a list, one after the other, or as many at a time
 * as `concurrency` says. The element is `$each.<as>` in it. With `onFailure: collect` an element that fails becomes data.
 */
export const each = object(
  {
    /** The expression of the list. */
    in: text,
    as: z
      .string()
      .regex(/^[A-Za-z]\w*$/, "a name here consists of letters, digits and `_`")
      .optional(),
    concurrency: z.int().min(1).max(1_000).optional(),
    onFailure: z.enum(["stop", "collect"]).optional(),
    limit: z.int().min(1).max(1_000_000).optional(),
  },
  ({ as }, report) => {
    if (as === "index") report(["as"], "`$each.index` is the position of the element; give the element another name");
  },
);
