import { isFailure, type Failure } from "../failure.js";
import type { Expression } from "./expression.js";
import { parseExpression } from "./parse.js";
import { meansExpression } from "./roots.js";
import { parseTemplate, type TemplatePart } from "./template.js";

/** What a string in a place that takes "Any | {expression}" stands for. */
export type TextValue =
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "template"; readonly parts: readonly TemplatePart[] };

/**
 * Whether a value is meant as one runtime expression. It is when it begins with `$` and a root of the grammar, or a
 * word close to one followed by a dot; that it can also be parsed is for {@link parseExpression} to say. So `$5.00`,
 * `$ref` and `$HOME` are text, and `$respones.body` is a mistake to report and not a text to send.
 */
export function isExpression(value: unknown): value is string {
  return typeof value === "string" && meansExpression(value);
}

/**
 * Reads a string of a payload, a parameter or a replacement. `{$inputs.x}` in braces is a template even where nothing
 * stands around it: embedded expressions become text, bare ones keep their type.
 */
export function parseText(text: string): TextValue | Failure {
  if (meansExpression(text)) {
    const expression = parseExpression(text);
    return isFailure(expression) ? expression : { kind: "expression", expression };
  }
  const parts = parseTemplate(text);
  if (isFailure(parts)) return parts;
  const embedded = parts.some((part) => part.kind === "expression");
  return embedded ? { kind: "template", parts } : { kind: "literal", value: text };
}
