import { quoted } from "../../diagnostics.js";
import type { Expression } from "../expression/expression.js";
import { parseTemplate } from "../expression/template.js";
import { failure, isFailure, type Failure } from "../failure.js";
import { nestsTooDeeply, tooDeep } from "../limits.js";
import type { RegexCondition } from "./condition.js";

/**
 * Reads a condition of type `regex`. The specification names no dialect; here it is JavaScript's.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#regex-conditions
 */
export function parseRegexCondition(text: string, context: Expression): RegexCondition | Failure {
  const parts = parseTemplate(text);
  if (isFailure(parts)) return parts;
  if (nestsTooDeeply(text, "")) return tooDeep(text);
  // What is embedded is known when the workflow runs; a letter in its place shows whether the rest is in order.
  const sample = parts.map((part) => (part.kind === "text" ? part.text : "x")).join("");
  const flags = (["u", ""] as const).find((candidate) => compileProblem(sample, candidate) === undefined);
  if (flags === undefined) {
    const message = `not a regular expression: ${compileProblem(sample, "") ?? ""}`;
    return failure(message, 0, text.length, { hint: foreignHint(text) });
  }
  const foreign = foreignEscape.exec(text);
  if (flags === "" && foreign !== null) {
    // Without `u` JavaScript takes these for the plain letter, and the pattern would silently never match.
    const message = `a regular expression of JavaScript knows no ${quoted(foreign[0])}`;
    return failure(message, foreign.index, foreign.index + 2, { hint: foreignHint(foreign[0]) });
  }
  return { kind: "regex", context, pattern: text, flags, parts, start: 0, end: text.length };
}

const foreignEscape = /(?<=(?:^|[^\\])(?:\\\\)*)\\[AGHPQRXZaehpz]/;

function compileProblem(pattern: string, flags: "" | "u"): string | undefined {
  try {
    RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return message.slice(message.lastIndexOf(": ") + 2).replace(/^\w/, (first) => first.toLowerCase());
  }
}

function foreignHint(text: string): string | undefined {
  if (/\(\?[a-z]+[:)]/.test(text)) return "Inline flags such as `(?i)` do not exist; write `[Aa]` for both cases.";
  return /\\[AZz]/.test(text) ? "Write `^` for the start and `$` for the end." : undefined;
}
