import * as z from "zod";
import { either, object } from "./shape.js";

/** The longest time that timers take. */
const longest = 2_147_483_647;

const milliseconds = z.number().positive().max(longest);

const polling = object(
  {
    interval: milliseconds.optional(),
    factor: z.number().min(1).optional(),
    maxInterval: milliseconds.optional(),
    deadline: milliseconds.optional(),
  },
  ({ interval = 0, maxInterval = interval }, report) => {
    if (maxInterval < interval) report(["maxInterval"], "`maxInterval` is less than `interval`");
  },
);

/**
 * Our extension `x-poll` of a step: how it is polled, or `false` where it must not be. Times in milliseconds; `factor`
 * is what the interval grows by after each attempt, up to `maxInterval`.
 */
export const poll = either((value) => value === false, z.literal(false), polling);
