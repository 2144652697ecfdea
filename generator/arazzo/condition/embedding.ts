import { isFailure, type Failure } from "../failure.js";
import { parseTemplate, type TemplatePart } from "../expression/template.js";

/** An expression of a template. */
export type EmbeddedExpression = Extract<TemplatePart, { kind: "expression" }>;

/**
 * A query whose embedded expressions were replaced by text that the grammar of JSONPath takes, so that it can be parsed
 * before their values are known. Values are bound to the places of the tree and never become syntax: what an input
 * holds can make a comparison fail, but not make another query of it.
 */
export interface Embedding {
  readonly query: string;
  readonly parts: readonly TemplatePart[];
  /** Whether a text of the parsed query holds a stand-in. */
  readonly holds: (text: string) => boolean;
  /**
   * Splits a text of the parsed query at its stand-ins. A lone expression is `bare` where it stood outside of quotes,
   * and then keeps its type.
   */
  readonly restore: (text: string) => { readonly parts: readonly TemplatePart[]; readonly bare: boolean };
  /** The offset in the original text for one in `query`. */
  readonly toOriginal: (offset: number) => number;
}

/** Replaces what is embedded in `text`. */
export function embed(text: string): Embedding | Failure {
  const parts = parseTemplate(text);
  if (isFailure(parts)) return parts;
  const mark = unusedMark(text);
  const expressions = parts.filter((part): part is EmbeddedExpression => part.kind === "expression");
  const pieces = replaceEmbedded(text, expressions, mark);
  return {
    query: pieces.map(({ written }) => written).join(""),
    parts,
    holds: (value) => value.includes(mark),
    restore: (value) => restore(value, expressions, mark),
    toOriginal: (offset) => toOriginal(offset, pieces, text.length),
  };
}

// Letters only, so that nothing of it needs an escape anywhere.
function unusedMark(text: string): string {
  let mark = "embedded";
  while (text.includes(mark)) mark += "d";
  return mark;
}

interface Piece {
  readonly written: string;
  /** Where it begins in the original text. */
  readonly start: number;
  /** It stands for an expression. */
  readonly replaces: boolean;
}

function replaceEmbedded(text: string, expressions: readonly EmbeddedExpression[], mark: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  let quote = "";
  for (const [number, { start, end }] of expressions.entries()) {
    const written = text.slice(done, start - 1);
    pieces.push({ written, start: done, replaces: false });
    quote = quoteAfter(written, quote);
    const standIn = quote === "" ? `"${mark}b${number}e"` : `${mark}q${number}e`;
    pieces.push({ written: standIn, start: start - 1, replaces: true });
    done = end + 1;
  }
  return [...pieces, { written: text.slice(done), start: done, replaces: false }];
}

/** The quote that is open after `written`, when `open` was before it. */
function quoteAfter(written: string, open: string): string {
  let quote = open;
  for (let at = 0; at < written.length; at += 1) {
    const character = written.charAt(at);
    if (quote !== "" && character === "\\") at += 1;
    else if (character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
  }
  return quote;
}

function restore(
  value: string,
  expressions: readonly EmbeddedExpression[],
  mark: string,
): { readonly parts: readonly TemplatePart[]; readonly bare: boolean } {
  const parts: TemplatePart[] = [];
  let bare = false;
  for (const [index, piece] of value.split(new RegExp(`${mark}([bq][0-9]+)e`)).entries()) {
    const expression = index % 2 === 1 ? expressions[Number(piece.slice(1))] : undefined;
    if (expression !== undefined) {
      parts.push(expression);
      bare ||= piece.startsWith("b");
    } else if (piece !== "") parts.push({ kind: "text", text: piece });
  }
  return { parts, bare };
}

function toOriginal(offset: number, pieces: readonly Piece[], length: number): number {
  let before = 0;
  for (const { written, start, replaces } of pieces) {
    if (offset < before + written.length) return replaces ? start : start + offset - before;
    before += written.length;
  }
  return length;
}
