import type { Span } from "./condition.js";

/**
 * The stretch of the operand that begins at `start`: up to white space, an operator or a closing bracket, whatever
 * stands in quotes or brackets aside. The library that parses queries says only where things begin.
 */
export function operandSpan(text: string, start: number): Span {
  let at = start;
  let depth = 0;
  let quote = "";
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && /[\s=!<>&|,]/.test(character)) break;
  }
  return { start, end: Math.min(at, text.length) };
}
