/**
 * Whether a value is equal to one of others as Arazzo's simple conditions compare them: text without regard to case,
 * numeric text beside a number as a number, and what is missing only with what is missing. Lists and objects are equal
 * by content.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#simple-conditions
 */
export function sameText(a: unknown, ...others: readonly unknown[]): boolean {
  return others.some((b) => {
    if (typeof a === "string" && typeof b === "string") return fold(a) === fold(b);
    if (typeof a === "number" || typeof b === "number") return toNumber(a) === toNumber(b);
    return sameValue(a ?? null, b ?? null);
  });
}

/**
 * The same of a value whose texts its document lists, so that only these can be asked for, and the compiler knows which
 * of them it is from then on.
 */
export function isOneOf<T, K extends Extract<T, string>>(value: T, ...texts: readonly K[]): value is T & K {
  return sameText(value, ...texts);
}

/**
 * Whether two values are equal as JSON: nothing is converted, lists and objects are compared by content.
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.2.2
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const others = new Map(Object.entries(b));
  const entries = Object.entries(a);
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
  );
}

/**
 * Which of two values comes first as simple conditions order them: below 0 for `a`, above 0 for `b`, 0 for neither.
 * Numbers and numeric text go by their value, other text by its characters without regard to case; `NaN`, of which
 * every comparison is false, where one of them is neither.
 */
export function compareLoosely(a: unknown, b: unknown): number {
  const difference = toNumber(a) - toNumber(b);
  if (!Number.isNaN(difference) || typeof a !== "string" || typeof b !== "string") return difference;
  return orderOf(fold(a), fold(b));
}

/**
 * The same where nothing is converted: two numbers, or two texts. Other values are at most equal.
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.2.2
 */
export function compareExactly(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return orderOf(a, b);
  return sameValue(a, b) ? 0 : Number.NaN;
}

const numeric = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The number that a value is, or that it is the text of; `NaN` of everything else, the empty text included. */
export function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && numeric.test(value) ? Number(value) : Number.NaN;
}

/** How many characters a text has, items a list, members an object; `NaN` of everything else. */
export function lengthOf(value: unknown): number {
  return typeof value === "string" ? [...value].length : (entriesOf(value) ?? Number.NaN);
}

/** How many items a list has, or members an object; 0 of everything else. */
export function sizeOf(value: unknown): number {
  return entriesOf(value) ?? 0;
}

/** How many items a list has; 1 for anything else that is there, and 0 for nothing. */
export function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Number(value !== undefined);
}

/** A list itself, and anything else as the one item of a list; none where the value is missing. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function entriesOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

/** Upper case first, which has one form where lower case has two, as the sigma has. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function orderOf(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
