import { z } from "zod";
import { selectorType } from "./selector.js";
import { hasField, object } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#payload-replacement-object */
export const payloadReplacement = object(
  { target: z.string(), targetSelectorType: selectorType.optional(), value: z.unknown() },
  (given, report) => {
    if (!hasField(given, "value")) report(["value"], "`value` is missing");
  },
);

export type PayloadReplacement = z.output<typeof payloadReplacement>;
