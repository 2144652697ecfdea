import * as z from "zod";
import { expressionType } from "./expression-type.js";
import { objectOr, object } from "./shape.js";

const namedType = z.enum(["simple", "regex", "jsonpath", "xpath"]);

/**
 * Condition and context are texts here; `parseCondition` reads them.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#criterion-object
 */
export const criterion = object(
  {
    context: z.string().optional(),
    condition: z.string(),
    type: objectOr(expressionType, namedType).optional(),
  },
  ({ context, type }, report) => {
    const name = typeof type === "object" ? type.type : type;
    if (name === "jsonpointer") report(["type"], "a JSON Pointer is no condition");
    // The text asks for a context with `simple` too, where it would do nothing.
    else if (name !== undefined && name !== "simple" && context === undefined) {
      report(["type"], `a condition of type \`${name}\` needs a \`context\``, {
        hint: "Add the value that it is applied to, such as `context: $response.body`.",
        missing: ["context"],
      });
    }
  },
);

export type Criterion = z.output<typeof criterion>;
