import { failure, type Failure } from "./failure.js";

/** Far above any expression, condition or query that a person writes; what matches them costs stack by the character. */
const longestText = 10_000;

/** The failure of a text that is too long to be read at all. */
export function tooLong(text: string, what: string): Failure | undefined {
  if (text.length <= longestText) return undefined;
  return failure(`${what} is longer than ${longestText} characters`, 0, text.length);
}

/** Far above what a person writes, far below what would exhaust the stack. */
export const deepestNesting = 100;

/** Whether brackets stand too deep inside each other, those behind a backslash and in one of the `quotes` aside. */
export function nestsTooDeeply(text: string, quotes: string): boolean {
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (quote !== "") {
      if (character === quote) quote = "";
    } else if (quotes.includes(character)) quote = character;
    else if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth -= 1;
    if (depth > deepestNesting) return true;
  }
  return false;
}

export function tooDeep(text: string): Failure {
  return failure(`nested more than ${deepestNesting} levels deep`, 0, text.length);
}
