import * as z from "zod";
import { object, text } from "./shape.js";

/**
 * Our extension `x-pages` of a step that reads: it reads all pages of a list. Either each answer says what leads to the
 * next one (`next`), which is its URL or, with `parameter`, what that parameter is given; or pages or items are counted.
 * Of a stream nothing of that is said: its events come one behind the other.
 */
export const pages = object(
  {
    /** The expression of the list in one answer; of a stream, that of the item in one event. */
    items: text,
    next: text.optional(),
    /** The query parameter that says which page is meant. */
    parameter: text.optional(),
    counts: z.enum(["pages", "items"]).optional(),
    /** The number of the first page. */
    first: z.int().min(0).max(1_000).optional(),
    limit: z.int().min(1).max(1_000_000).optional(),
  },
  ({ next, counts, parameter, first }, report) => {
    if (next !== undefined && counts !== undefined) {
      report(["counts"], "a page is found by `next` or by counting, not by both", { part: "key" });
    } else if (counts !== undefined && parameter === undefined) {
      report(["counts"], "it is not said which `parameter` takes the number", { part: "key" });
    } else if (first !== undefined && counts !== "pages") {
      report(["first"], "only pages that are counted have a first number", { part: "key" });
    }
  },
);
