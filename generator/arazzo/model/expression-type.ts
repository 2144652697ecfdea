import * as z from "zod";
import { object } from "./shape.js";

const versions = {
  jsonpath: ["rfc9535", "draft-goessner-dispatch-jsonpath-00"],
  xpath: ["xpath-31", "xpath-30", "xpath-20", "xpath-10"],
  jsonpointer: ["rfc6901"],
} as const;

/**
 * The Criterion Expression Type Object of 1.0, which 1.1 calls Expression Type Object.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#criterion-expression-type-object
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#expression-type-object
 */
export const expressionType = object(
  { type: z.enum(["jsonpath", "xpath", "jsonpointer"]), version: z.string() },
  ({ type, version }, report) => {
    const known: readonly string[] = versions[type];
    if (known.includes(version)) return;
    const list = known.map((name) => `\`${name}\``).join(", ");
    report(["version"], `the type \`${type}\` has no such version`, { hint: `Known here: ${list}.` });
  },
);

export type ExpressionType = z.output<typeof expressionType>;
