/** What stands for any index in an expression that other languages have as well: `[*]`, `[]`, `[n]`, `[i]`. */
export const anyIndex = /\[\s*(?:\*|n|i)?\s*\]/g;

/** A query for something of each item of a list. */
export interface EachItem {
  /** The expression of the list. */
  readonly context: string;
  /** A JSONPath, in the list. */
  readonly selector: string;
}

const inItem = /^(?:\.[\p{L}_][\p{L}\p{N}_]*|\[(?:\d+|\*)\])*$/u;

/** The query that is meant by an expression with `[*]`, `[]` or the like in it; `undefined` where none is plainly meant. */
export function eachItemMeant(text: string): EachItem | undefined {
  const [context = "", first, ...others] = text.trim().split(anyIndex);
  const below = first === undefined ? undefined : ["", first, ...others].join("[*]");
  return below !== undefined && inItem.test(below) ? { context, selector: `$${below}` } : undefined;
}
