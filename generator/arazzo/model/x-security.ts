import * as z from "zod";
import { isSelector } from "./selector.js";
import { list, mapOfAny, object, text } from "./shape.js";

const secret = z
  .unknown()
  .refine(
    (value) => isSelector(value) || ["string", "number"].includes(typeof value),
    "a secret is a text or a number",
  );

const entry = object(
  {
    schemeName: text.optional(),
    scheme: mapOfAny(z.unknown()).optional(),
    values: mapOfAny(secret),
  },
  ({ schemeName, scheme }, report) => {
    if (scheme === undefined && schemeName === undefined) {
      report([], "an entry of `x-security` needs a `schemeName` or a `scheme`", { missing: ["schemeName", "scheme"] });
    } else if (scheme !== undefined && schemeName !== undefined) {
      report(["scheme"], "an entry of `x-security` has one of `schemeName` and `scheme`, not both", { part: "key" });
    }
  },
);

/**
 * The extension `x-security` of a step or a workflow: what signs its requests. `schemeName` is a security scheme of the
 * OpenAPI document, with `$sourceDescriptions.NAME.` before it where that needs to be said; `scheme` is one that stands
 * here. `values` are its secrets.
 * @see https://redocly.com/docs/respect/extensions/x-security
 */
export const security = list(entry);

export type SecurityEntry = z.output<typeof entry>;
