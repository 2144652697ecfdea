import { createRequire } from "node:module";
import type * as Recheck from "recheck";
import { found, type Found } from "../../diagnostics.js";
import type { TemplatePart } from "../expression/template.js";
import type { Comparable, Filter, FunctionCall, JsonPathQuery } from "../jsonpath/query.js";
import type { Span } from "./condition.js";

/** A pattern that can take for ever, and what to report of it. */
export interface SlowPattern extends Span {
  readonly what: Found;
}

const require = createRequire(import.meta.url);
const judged = new Map<string, boolean>();

/**
 * Says of a regular expression that matching can take for ever on some text, or cannot be shown not to.
 * @param parts The pattern split at its embedded expressions, whose own characters mean nothing in it
 */
export function slowRegex(pattern: string, flags: "" | "u", parts: readonly TemplatePart[]): SlowPattern | undefined {
  const sample = parts.map((part) => (part.kind === "text" ? part.text : "x")).join("");
  if (!isSlow(sample, flags)) return undefined;
  return { what: found.slowPattern.pattern(pattern), start: 0, end: pattern.length };
}

/** The same of the patterns of a query's `match` and `search`. One that is no literal may be any pattern at all. */
export function slowQuery(query: JsonPathQuery, spanAt: (start: number) => Span): SlowPattern | undefined {
  for (const { name, arguments: given, start } of callsIn(query)) {
    const pattern = given[1];
    if (name !== "match" && name !== "search") continue;
    if (pattern?.kind !== "literal") return { what: found.slowPattern.value(name), ...spanAt(start) };
    const text = String(pattern.value);
    if (isSlow(name === "match" ? `^(?:${text})$` : text, "u")) {
      return { what: found.slowPattern.pattern(text), ...spanAt(pattern.start) };
    }
  }
  return undefined;
}

/** Milliseconds for one pattern. One that takes longer counts as slow. */
const timeout = 5_000;

function isSlow(pattern: string, flags: "" | "u"): boolean {
  const key = `${flags}/${pattern}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  // The build for browsers is JavaScript alone: it starts no other program. It takes a sixth of a second to load.
  const { checkSync }: typeof Recheck = require("recheck/lib/browser.js");
  const check = (text: string): Recheck.Diagnostics => checkSync(text, flags, { checker: "automaton", timeout });
  // Large counts would make automata of that size. What is exponential with them is so without an end to them; what is
  // polynomial is so without them.
  const endless = check(withCounts(pattern, (least) => `${Math.min(least, 1)},`));
  const result =
    endless.status === "vulnerable" && endless.complexity.type === "polynomial"
      ? check(withCounts(pattern, (least) => (least === 0 ? "0,1" : "1")))
      : endless;
  judged.set(key, result.status !== "safe");
  return result.status !== "safe";
}

/** From this number on a count is large. */
const large = 10;

function withCounts(pattern: string, count: (least: number) => string): string {
  const counts = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\{(\d+)(?:,(\d+))?\}/gu;
  return pattern.replace(counts, (written: string, least?: string, most = least) =>
    least !== undefined && Number(most) >= large ? `{${count(Number(least))}}` : written,
  );
}

function callsIn(query: JsonPathQuery): readonly FunctionCall[] {
  const selectors = query.segments.flatMap((segment) => segment.selectors);
  return selectors.flatMap((selector) => (selector.kind === "filter" ? callsOf(selector.filter) : []));
}

function callsOf(part: Filter | Comparable): readonly FunctionCall[] {
  switch (part.kind) {
    case "or":
    case "and":
      return part.operands.flatMap(callsOf);
    case "not":
      return callsOf(part.operand);
    case "compare":
      return [...callsOf(part.left), ...callsOf(part.right)];
    case "exists":
      return callsOf(part.path);
    case "path":
      return callsIn(part.query);
    case "call":
      return [part, ...part.arguments.flatMap(callsOf)];
    case "literal":
      return [];
  }
}
