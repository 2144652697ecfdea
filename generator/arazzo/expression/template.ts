import { failure, isFailure, shiftFailure, type Failure } from "../failure.js";
import type { Expression } from "./expression.js";
import { formatExpression } from "./format.js";
import { parseExpression } from "./parse.js";
import { isRootBefore } from "./roots.js";

/** A stretch of plain text, or an expression whose value, as text, takes its place. */
export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "expression";
      readonly expression: Expression;
      readonly text: string;
      /** Where the expression stands in the template, without its braces. */
      readonly start: number;
      readonly end: number;
    };

const opening = /\{\$([A-Za-z]{1,40})(?=([.#[}]?))/g;

const mostExpressions = 500;

/**
 * Splits a text at its embedded expressions, `{$…}`. Any other brace is plain text, as JSON written in a string needs
 * it; an expression goes up to the next `}`. Neighbouring parts are never both text, and no text is empty.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function parseTemplate(text: string): readonly TemplatePart[] | Failure {
  const parts: TemplatePart[] = [];
  let done = 0;
  let expressions = 0;
  for (const found of text.matchAll(opening)) {
    const [, word = "", next = ""] = found;
    if (!isRootBefore(word, next === "}" ? "" : next) || found.index < done) continue;
    if (++expressions > mostExpressions) {
      return failure(`a text may not hold more than ${mostExpressions} expressions`, found.index, text.length);
    }
    const start = found.index + 1;
    const end = text.indexOf("}", start);
    if (end === -1) {
      return failure("expected `}` after the embedded expression", found.index, text.length);
    }
    const expressionText = text.slice(start, end);
    const expression = parseExpression(expressionText);
    if (isFailure(expression)) return shiftFailure(expression, start);
    if (found.index > done) parts.push({ kind: "text", text: text.slice(done, found.index) });
    parts.push({ kind: "expression", expression, text: expressionText, start, end });
    done = end + 1;
  }
  if (done < text.length) parts.push({ kind: "text", text: text.slice(done) });
  return parts;
}

/** The text that splits into these parts, expressions in their canonical spelling. */
export function formatTemplate(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (part.kind === "text" ? part.text : `{${formatExpression(part.expression)}}`)).join("");
}
