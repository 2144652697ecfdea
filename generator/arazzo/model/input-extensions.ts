import * as z from "zod";

/**
 * Our extensions of an input, the schema of one property of `inputs`.
 *
 * - `x-deferred: true`: the value cannot exist yet when the workflow starts. The caller gives it, or a function that is
 *   asked for it when its step is reached.
 * - `x-default: $credentials.accountSid`: what the input is when the caller does not give it.
 */
export const inputExtensions = z
  .looseObject({
    "x-deferred": z.boolean({ error: "`x-deferred` has to be true or false" }).optional(),
    "x-default": z
      .literal("$credentials.accountSid", { error: "`x-default` has to be `$credentials.accountSid`" })
      .optional(),
  })
  .refine((input) => input["x-deferred"] !== true || input["x-default"] === undefined, {
    error: "an input that comes later has no `x-default`",
    path: ["x-default"],
  });
