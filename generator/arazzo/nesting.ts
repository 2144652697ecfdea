import { failure, type Failure } from "./failure.js";

/** Far above what a person writes, far below what would exhaust the stack. */
export const deepestNesting = 100;

/** Whether brackets outside of quotes stand too deep inside each other. */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth -= 1;
    if (depth > deepestNesting) return true;
  }
  return false;
}

export function tooDeep(text: string): Failure {
  return failure(`nested more than ${deepestNesting} levels deep`, 0, text.length);
}
