import * as z from "zod";
import { selectorType } from "./selector.js";
import { list, object, text, value } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#payload-replacement-object */
const payloadReplacement = object({ target: z.string(), targetSelectorType: selectorType.optional(), value });

export type PayloadReplacement = z.output<typeof payloadReplacement>;

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#request-body-object */
export const requestBody = object({
  contentType: text.optional(),
  payload: z.unknown().optional(),
  replacements: list(payloadReplacement).optional(),
});

export type RequestBody = z.output<typeof requestBody>;
