import * as z from "zod";
import { hasChild } from "../../documents/data.js";
import { isExpression } from "../expression/text.js";
import { expressionType } from "./expression-type.js";
import { either, mapOfAny, object, objectOr } from "./shape.js";

const namedType = z.enum(["jsonpath", "xpath", "jsonpointer"]);

/** A type of selector by its name, or with a version. */
export const selectorType = objectOr(expressionType, namedType);

/**
 * Context and selector are texts here; `parseSelector` reads them.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#selector-object
 */
export const selector = object({ context: z.string(), selector: z.string(), type: selectorType });

export type Selector = z.output<typeof selector>;

/**
 * Whether a value of a payload, parameter or replacement is a Selector Object and not an object to be sent. It is when
 * it has these three fields, no other, and a runtime expression as context. Ask in documents of 1.1 only: 1.0 has no
 * such object.
 */
export function isSelector(value: unknown): value is Selector {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 3) return false;
  return "context" in value && isExpression(value.context) && selector.safeParse(value).success;
}

/** What is no Selector Object, though an object. */
const otherObject = z.custom<never>(() => false, {
  message: "an output is a runtime expression or a Selector Object, and no other object",
  params: { hint: "Write the expression itself: `<name>: $…`." },
});

const objectOutput = either(
  (given) => hasChild(given, "context") || hasChild(given, "selector"),
  selector,
  otherObject,
);

const literal = z.number().or(z.boolean()).or(z.string());

/**
 * The outputs of a step or workflow: runtime expressions, or (in 1.1) Selector Objects. Literals are for the checks to
 * report.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#workflow-object
 */
export const outputs = mapOfAny(objectOr(objectOutput, literal));

export type Outputs = z.output<typeof outputs>;
