import { z } from "zod";
import { actionFields, checkAction } from "./action.js";
import { isReusable, reusable } from "./reusable.js";
import { either, list, object } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#success-action-object */
export const successAction = object({ ...actionFields, type: z.enum(["end", "goto"]) }, checkAction);

export type SuccessAction = z.output<typeof successAction>;

/** Success actions, in full or by reference. */
export const successActions = list(either(isReusable, reusable, successAction));
