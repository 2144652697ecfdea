import { didYouMean } from "../nearest.js";
import { quoted } from "../quoted.js";

/** The names that a thing could have. */
export type Names = Iterable<string>;

/** Why a text of a document could not be read, in the words of its parser. */
export interface Malformed {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The beginning of a message about an expression or another text, nothing where there is none. */
export function about(text: string | undefined): string {
  return text === undefined ? "" : `${quoted(text)}: `;
}

/** That nothing has the name; the hint names the one that was most likely meant. */
export function unknown(
  problem: string,
  name: string,
  known: Names,
): readonly [message: string, hint: string | undefined] {
  return [`${problem} ${quoted(name)}`, didYouMean(name, known)];
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
