import { quoted } from "../quoted.js";

/** Why a text of a document could not be read, in the words of its parser. */
export interface Malformed {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The beginning of a message about an expression or another text, nothing where there is none. */
export function about(text: string | undefined): string {
  return text === undefined ? "" : `${quoted(text)}: `;
}

export function listed(names: readonly string[]): string {
  return names.map(quoted).join(", ");
}

export function either(names: readonly string[]): string {
  return names.map(quoted).join(" or ");
}

/** A number with marks between its thousands. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US");
}

export const allHaveToHold = "All criteria of a list have to hold: join alternatives by `||` in one condition.";
