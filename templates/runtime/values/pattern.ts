/**
 * Whether a value, as text, matches a regular expression. What is missing matches nothing, and neither does anything
 * match an expression that is none.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#regex-conditions
 */
export function matchesPattern(value: unknown, pattern: string, flags: string): boolean {
  if (value === undefined || value === null) return false;
  try {
    return new RegExp(pattern, flags).test(toText(value));
  } catch {
    return false;
  }
}

/**
 * A value as text; lists and objects as JSON, and what is missing as the empty text.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A regular expression that matches a value to the letter: nothing in it has a meaning. What is missing is empty. */
export function asPattern(value: unknown): string {
  const units = toText(value).split("");
  return `(?:${units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")})`;
}
