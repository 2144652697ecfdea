import type { TemplatePart } from "../../arazzo/index.js";
import type { Value } from "../../ir/model.js";
import { resolveData } from "../expressions/resolve.js";
import { string } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly, mayBeMissing } from "./kinds.js";
import { contextOf, type ConditionSite } from "./site.js";

/**
 * Text with expressions embedded. One that makes up the whole text stays as it is, if it is text. What is missing is
 * empty, where something stands around it.
 */
export function planTemplate(parts: readonly TemplatePart[], site: ConditionSite): TypedValue | undefined {
  return joinParts(parts, site, asText);
}

/** The parts as one text, each embedded value as `make` makes text of it. */
export function joinParts(
  parts: readonly TemplatePart[],
  site: ConditionSite,
  make: (embedded: TypedValue, index: number) => Value,
): TypedValue | undefined {
  const pieces = parts.map((part, index): string | TypedValue | undefined => {
    if (part.kind === "text") return part.text;
    const typed = resolveData(part.expression, part.text, contextOf(part, site));
    return typed && { ...typed, value: make(typed, index) };
  });
  if (!pieces.every((piece) => piece !== undefined)) return undefined;
  const [only] = pieces;
  if (typeof only === "object" && pieces.length === 1 && isOnly(only.type, "text")) return only;
  const values = pieces.map((piece) => (typeof piece === "string" ? piece : piece.value));
  const [text] = values;
  if (values.length === 1 && typeof text === "string") {
    return { value: { kind: "literal", value: text }, type: string, description: undefined };
  }
  return { value: { kind: "template", parts: values }, type: string, description: undefined };
}

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions */
function asText({ value, type }: TypedValue): Value {
  if (!isOnly(type, "text", "number", "boolean")) return { kind: "made", by: "toText", value };
  return mayBeMissing(type) ? { kind: "or", value, otherwise: { kind: "literal", value: "" } } : value;
}
