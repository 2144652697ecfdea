import { found, type Found } from "../../diagnostics.js";
import type { TemplatePart } from "../expression/template.js";
import { filterParts, type JsonPathQuery } from "../jsonpath/query.js";
import type { Span } from "./condition.js";
import type { PatternJudge } from "./pattern-judge.js";
import { operandSpan } from "./span.js";

/** A pattern that can take for ever, and what to report of it. */
export interface SlowPattern extends Span {
  readonly what: Found;
}

/** What is slow of the patterns in a text that was read; `undefined` where nothing is. */
export type SlowPart = (judge: PatternJudge) => SlowPattern | undefined;

/**
 * Says of a regular expression that matching can take for ever on some text, or cannot be shown not to.
 * @param parts The pattern split at its embedded expressions, whose own characters mean nothing in it
 */
export function slowRegex(pattern: string, flags: string, parts: readonly TemplatePart[]): SlowPart {
  const sample = parts.map((part) => (part.kind === "text" ? part.text : "x")).join("");
  return (judge) => slow(pattern, judge.complaintAbout(sample, flags), { start: 0, end: pattern.length });
}

/**
 * The same of the patterns of a query's `match` and `search`. One that is no literal may be any pattern at all.
 * @param holds Whether a text of the query stands for a value that is not known yet
 */
export function slowQuery(
  query: JsonPathQuery,
  judge: PatternJudge,
  spanAt: (start: number) => Span,
  holds: (text: string) => boolean = () => false,
): SlowPattern | undefined {
  for (const part of filterParts(query)) {
    if (part.kind !== "call") continue;
    const { name, arguments: given, start } = part;
    const pattern = given[1];
    if (name !== "match" && name !== "search") continue;
    if (pattern?.kind !== "literal" || holds(String(pattern.value))) {
      return { what: found.slowPattern.value(name), ...spanAt(start) };
    }
    const text = String(pattern.value);
    const complaint = judge.complaintAbout(name === "match" ? `^(?:${text})$` : text, "u");
    const slowest = slow(text, complaint, spanAt(pattern.start));
    if (slowest !== undefined) return slowest;
  }
  return undefined;
}

/** The same of a query that is not part of a condition, from its text. */
export function slowSelection(
  { query, parsed }: { readonly query: string; readonly parsed: JsonPathQuery },
  judge: PatternJudge,
): SlowPattern | undefined {
  return slowQuery(parsed, judge, (start) => operandSpan(query, start));
}

function slow(pattern: string, complaint: string | undefined, span: Span): SlowPattern | undefined {
  return complaint === undefined ? undefined : { what: found.slowPattern.pattern(pattern, complaint), ...span };
}
