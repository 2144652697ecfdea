import { z } from "zod";
import { selectorType } from "./selector.js";
import { hasField, list, object, text } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#payload-replacement-object */
const payloadReplacement = object(
  { target: z.string(), targetSelectorType: selectorType.optional(), value: z.unknown() },
  (given, report) => {
    if (!hasField(given, "value")) report(["value"], "`value` is missing");
  },
);

export type PayloadReplacement = z.output<typeof payloadReplacement>;

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#request-body-object */
export const requestBody = object({
  contentType: text.optional(),
  payload: z.unknown().optional(),
  replacements: list(payloadReplacement).optional(),
});

export type RequestBody = z.output<typeof requestBody>;
