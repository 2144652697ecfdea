import { quoted } from "../../diagnostics.js";
import type { Expression } from "../expression/expression.js";
import { parseTemplate } from "../expression/template.js";
import { failure, isFailure, shiftFailure, type Failure } from "../failure.js";
import { nestsTooDeeply, tooDeep } from "../limits.js";
import type { RegexCondition } from "./condition.js";

/**
 * Reads a condition of type `regex`. The specification names no dialect; here it is JavaScript's, and `(?i)` at the
 * beginning, by which most other dialects pass over the case of letters.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#regex-conditions
 */
export function parseRegexCondition(text: string, context: Expression): RegexCondition | Failure {
  const [inline = ""] = /^\(\?i\)/.exec(text) ?? [];
  const pattern = text.slice(inline.length);
  const read = parseTemplate(pattern);
  if (isFailure(read)) return shiftFailure(read, inline.length);
  const parts = read.map((part) => (part.kind === "text" ? part : shifted(part, inline.length)));
  if (nestsTooDeeply(text, "")) return tooDeep(text);
  // What is embedded is known when the workflow runs; a letter in its place shows whether the rest is in order.
  const sample = parts.map((part) => (part.kind === "text" ? part.text : "x")).join("");
  const flags = ["u", ""].find((candidate) => compileProblem(sample, candidate) === undefined);
  if (flags === undefined) {
    const message = `not a regular expression: ${compileProblem(sample, "") ?? ""}`;
    return failure(message, 0, text.length, { hint: foreignHint(text) });
  }
  const foreign = foreignEscape.exec(pattern);
  if (flags === "" && foreign !== null) {
    // Without `u` JavaScript takes these for the plain letter, and the pattern would silently never match.
    const message = `a regular expression of JavaScript knows no ${quoted(foreign[0])}`;
    const start = inline.length + foreign.index;
    return failure(message, start, start + 2, { hint: foreignHint(foreign[0]) });
  }
  const all = inline === "" ? flags : `i${flags}`;
  return { kind: "regex", context, pattern, flags: all, parts, start: 0, end: text.length };
}

function shifted<T extends { readonly start: number; readonly end: number }>(part: T, offset: number): T {
  return { ...part, start: part.start + offset, end: part.end + offset };
}

const foreignEscape = /(?<=(?:^|[^\\])(?:\\\\)*)\\[AGHPQRXZaehpz]/;

function compileProblem(pattern: string, flags: string): string | undefined {
  try {
    RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return message.slice(message.lastIndexOf(": ") + 2).replace(/^\w/, (first) => first.toLowerCase());
  }
}

function foreignHint(text: string): string | undefined {
  if (/\(\?[a-z]+[:)]/.test(text))
    return "Of inline flags only `(?i)` exists, at the beginning; write `[Aa]` for both cases of a letter.";
  return /\\[AZz]/.test(text) ? "Write `^` for the start and `$` for the end." : undefined;
}
