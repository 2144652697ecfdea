import { visible } from "./visible.js";

const LONGEST = 80;

/**
 * A name or value of a document as messages show it: between backticks, shortened, with nothing in it that a
 * terminal would obey.
 */
export function quoted(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return `\`${visible(short)}\``;
}
