import { comparisons, mirrored } from "./comparisons.js";
import type { Rules } from "../../arazzo/index.js";
import type { Comparison, Condition, Value } from "../../ir/model.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { equality } from "./equality.js";
import { isOnly, kindsOf, literalOf, mayBeMissing, numberIn } from "./kinds.js";

type Operator = "<" | "<=" | ">" | ">=";

/**
 * Which of two values is less; `undefined` where they have no order. Numbers go by their value and text by its
 * characters: `2026-01-31` is less than `2026-02-01`, and a date of any other form is text like all text. What is
 * missing has no order, so that every such comparison fails; but under the rules of JSONPath `<=` and `>=` hold of all
 * that is equal, and with it of nothing and nothing.
 */
export function ordering(operator: Operator, left: TypedValue, right: TypedValue, rules: Rules): Condition | undefined {
  const both = [left, right];
  if (both.some(({ type }) => hasNoOrder(type))) {
    // Of RFC 9535, `<=` holds of all that is equal.
    return rules === "rfc9535" && operator.endsWith("=") ? equality("===", left, right, rules) : undefined;
  }
  const by = (as: Comparison["as"], a: Value = left.value, b: Value = right.value): Comparison => {
    return { kind: "compare", operator, left: a, right: b, as };
  };
  const allMissing = both.every(({ type }) => mayBeMissing(type));
  if (both.every(({ type }) => isOnly(type, "number"))) {
    if (rules !== "simple" && allMissing && operator.endsWith("=")) return by("exactly");
    return by("exact", sureNumber(left, operator, right), sureNumber(right, mirrored[operator], left));
  }
  if (both.every(({ type }) => isOnly(type, "text"))) {
    const sure = both.every(({ type }) => !mayBeMissing(type));
    if (rules !== "simple") return by(sure ? "exact" : "exactly");
    return by(sure && both.some(isPlain) ? "exact" : "loosely");
  }
  if (!canBeOrdered(left, right, rules)) return undefined;
  if (rules !== "simple") return by("exactly");
  if (typeof literalOf(left.type) === "number") return by("exact", left.value, numberOf(right));
  if (typeof literalOf(right.type) === "number") return by("exact", numberOf(left), right.value);
  return by("loosely");
}

function hasNoOrder(type: TypedValue["type"]): boolean {
  return type.kind === "null" || isOnly(type, "boolean", "list", "object");
}

/** Numeric text is ordered among numbers under simple rules; else a text and a number have no order. */
function canBeOrdered(left: TypedValue, right: TypedValue, rules: Rules): boolean {
  const [a, b] = [kindsOf(left.type), kindsOf(right.type)];
  if (a.has("unknown") || b.has("unknown")) return true;
  if ((a.has("number") && b.has("number")) || (a.has("text") && b.has("text"))) return true;
  return rules === "simple" && [left, right].every(({ type }) => typeof literalOf(type) !== "string");
}

/** A number that is missing is none at all; 0 says that as well where the comparison then fails. */
function sureNumber({ value, type }: TypedValue, operator: Operator, other: TypedValue): Value {
  if (!mayBeMissing(type)) return value;
  const literal = literalOf(other.type);
  const zeroFails = typeof literal === "number" && !comparisons[operator](0, literal);
  return { kind: "or", value, otherwise: zeroFails ? { kind: "literal", value: 0 } : "NaN" };
}

function numberOf({ value, type }: TypedValue): Value {
  return isOnly(type, "number") && !mayBeMissing(type) ? value : { kind: "made", by: "toNumber", value };
}

/** A text that case cannot bring out of its order, and that is no number: a date, for one. */
function isPlain({ type }: TypedValue): boolean {
  const text = literalOf(type);
  return typeof text === "string" && /^[ -@]+$/.test(text) && numberIn(text) === undefined;
}
