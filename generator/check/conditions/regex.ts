import { found } from "../../diagnostics.js";
import type { RegexCondition } from "../../arazzo/index.js";
import type { Condition, Value } from "../../ir/model.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { ReadTable } from "../../ir/read-table.js";
import { isOnly, mayBeMissing } from "./kinds.js";
import { planContext } from "./operand.js";
import { refuse, type ConditionSite } from "./site.js";
import { joinParts } from "./template.js";

/**
 * That the context, as text, matches a regular expression. What is embedded in the expression is matched to the
 * letter: were it a part of the expression, who gives the value could let it match anything, or match for ever.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#regex-conditions
 */
export function planRegex(condition: RegexCondition, site: ConditionSite): Condition | undefined {
  const { context, pattern, flags, parts } = condition;
  const typed = planContext(context, [], condition, site);
  if (typed === undefined) return undefined;
  if (parts.some((part) => part.kind === "expression")) return planEmbedded(condition, typed, site);
  const { value, type } = typed;
  const missing = mayBeMissing(type);
  // What is not a variable or a property would have to be worked out twice.
  if (!isLiteral(pattern, flags) || (missing && !isReference(value, site.from.planning.reads))) {
    return { kind: "matchText", value, pattern: { kind: "literal", value: pattern }, flags };
  }
  return { kind: "match", text: asText(typed), present: missing ? value : undefined, pattern, flags };
}

/** Whether the value is a variable or a property as it stands in the code. */
function isReference(value: Value, reads: ReadTable): boolean {
  if (value.kind === "member") return value.below.length === 0 && isReference(value.of, reads);
  if (value.kind !== "read") return value.kind === "input" || value.kind === "item";
  const { source } = reads.get(value.read);
  if ("below" in source && source.below.length > 0) return false;
  return !["header", "made", "either"].includes(source.kind);
}

function asText({ value, type }: TypedValue): Value {
  if (isOnly(type, "text")) return value;
  if (isOnly(type, "text", "number", "boolean")) return { kind: "text", value };
  return { kind: "made", by: "toText", value };
}

function planEmbedded(condition: RegexCondition, { value }: TypedValue, site: ConditionSite): Condition | undefined {
  const { flags, parts } = condition;
  const sample = parts.map((part) => (part.kind === "text" ? part.text : "(?:x)")).join("");
  const before = parts.map((_, index) =>
    parts.slice(0, index).flatMap((part) => (part.kind === "text" ? part.text : "")),
  );
  const badly = parts.find((part, index) => part.kind === "expression" && isInside(before[index]?.join("") ?? ""));
  if (badly?.kind === "expression" || !isPattern(sample, flags)) {
    const part = badly?.kind === "expression" ? badly : condition;
    return refuse(part, found.unsupportedFeature.embedded(), site);
  }
  for (const part of parts) {
    if (part.kind !== "text") refuse(part, found.embeddedPattern(part.text), site);
  }
  const joined = joinParts(parts, site, ({ value: embedded }) => ({ kind: "made", by: "asPattern", value: embedded }));
  return joined && { kind: "matchText", value, pattern: joined.value, flags };
}

/** Whether a pattern that goes on behind this stands in a class of characters, or behind a backslash. */
function isInside(before: string): boolean {
  const open = before.replace(/\\[^]/g, "").replace(/\[[^\]]*\]/g, "");
  return open.includes("[") || open.endsWith("\\");
}

function isPattern(text: string, flags: string): boolean {
  try {
    return new RegExp(text, flags).flags === flags;
  } catch {
    return false;
  }
}

/**
 * Whether TypeScript takes the pattern as a literal too. It checks them more strictly than JavaScript does, and knows
 * some parts of the grammar only for later targets: such a pattern becomes one when the workflow runs.
 */
function isLiteral(pattern: string, flags: string): boolean {
  const unsure = flags.includes("u") ? /\\[pP]\{(?![A-Z][a-z]?\})|\(\?[a-z-]+:/ : /\\[0-9xuk]|\(\?[a-z-]+:/;
  const names = [...pattern.matchAll(/\(\?<([^=!][^>]*)>/g)].map(([, name]) => name);
  return !unsure.test(pattern) && new Set(names).size === names.length;
}
