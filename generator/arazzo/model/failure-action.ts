import { z } from "zod";
import { actionFields, checkAction } from "./action.js";
import { isReusable, reusable } from "./reusable.js";
import { either, list, object } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#failure-action-object */
export const failureAction = object(
  {
    ...actionFields,
    type: z.enum(["end", "goto", "retry"]),
    /** In seconds. */
    retryAfter: z.number().min(0).optional(),
    retryLimit: z.int().min(0).optional(),
  },
  (action, report) => {
    checkAction(action, report);
    for (const field of ["retryAfter", "retryLimit"] as const) {
      if (action.type === "retry" || action[field] === undefined) continue;
      report([field], `\`${field}\` belongs to an action of type \`retry\``, { part: "key" });
    }
  },
);

export type FailureAction = z.output<typeof failureAction>;

/** Failure actions, in full or by reference. */
export const failureActions = list(either(isReusable, reusable, failureAction));
