import { z } from "zod";

/** The longest time that timers take. */
const longest = 2_147_483_647;

const milliseconds = z.number().positive().max(longest);

/**
 * Our extension `x-poll` of a step: how it is polled, or `false` where it must not be. Times in milliseconds; `factor`
 * is what the interval grows by after each attempt, up to `maxInterval`.
 */
export const poll = z
  .union([
    z.literal(false),
    z
      .strictObject({
        interval: milliseconds.optional(),
        factor: z.number().min(1).optional(),
        maxInterval: milliseconds.optional(),
        deadline: milliseconds.optional(),
      })
      .readonly(),
  ])
  .superRefine((value, context) => {
    if (value === false || value.interval === undefined || value.maxInterval === undefined) return;
    if (value.maxInterval >= value.interval) return;
    context.addIssue({ code: "custom", message: "`maxInterval` is less than `interval`", path: ["maxInterval"] });
  });

export type Poll = z.output<typeof poll>;
