import type { Span, TemplatePart } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Condition, Maker } from "../../ir/model.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly } from "./kinds.js";
import { refuse, type ConditionSite } from "./site.js";
import { joinParts } from "./template.js";

/**
 * That a JSONPath query selects something, asked of the library when the workflow runs. Embedded values become text or
 * literals of the query, and nothing else.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#jsonpath-conditions
 */
export function planQuery(
  { value, type }: TypedValue,
  parts: readonly TemplatePart[],
  whole: Span,
  site: ConditionSite,
): Condition | undefined {
  if (isOnly(type, "text", "number", "boolean")) return refuseScalar(whole, site);
  const query = joinParts(parts, site, (embedded, index) => {
    const by: Maker = isQuoted(parts.slice(0, index)) ? "queryText" : "queryLiteral";
    return { kind: "made", by, value: embedded.value };
  });
  return query && { kind: "query", value, query: query.value };
}

/** Says that there is nothing to look through. */
export function refuseScalar(whole: Span, site: ConditionSite): undefined {
  return refuse(whole, found.impossibleCondition.query(), site);
}

/** Whether a quote is open behind these parts. */
function isQuoted(before: readonly TemplatePart[]): boolean {
  const text = before.map((part) => (part.kind === "text" ? part.text : "")).join("");
  return !/^(?:[^'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*$/s.test(text);
}
