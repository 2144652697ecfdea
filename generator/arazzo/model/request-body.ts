import { z } from "zod";
import { payloadReplacement } from "./payload-replacement.js";
import { list, object, text } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#request-body-object */
export const requestBody = object({
  contentType: text.optional(),
  payload: z.unknown().optional(),
  replacements: list(payloadReplacement).optional(),
});

export type RequestBody = z.output<typeof requestBody>;
