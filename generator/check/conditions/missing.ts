import type { Condition, Value } from "../../ir/model.js";
import { allows } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly, kindsOf } from "./kinds.js";

/** What counts as missing: `null`, absence, or either. */
export type Nothing = "null" | "undefined" | "nullish";

/**
 * Whether a value is missing (`===`) or there (`!==`). Asked of a list or an object with an operator, the compiler would
 * from then on know that it is missing, and refuse whatever is read of it there.
 */
export function missing(operator: "===" | "!==", { value, type }: TypedValue, nothing: Nothing): Condition {
  const compare = (as: "exact" | "nullish" | "value", left: Value = value): Condition => {
    const right: Value = nothing === "undefined" ? { kind: "undefined" } : { kind: "literal", value: null };
    return { kind: "compare", operator, left, right, as };
  };
  if (isOnly(type, "text", "number", "boolean")) return compare(nothing === "nullish" ? "nullish" : "exact");
  const other = nothing === "null" ? "undefined" : "null";
  const isWhole = isOnly(type, "list", "object") && (nothing === "nullish" || !allows(type, other));
  if (isWhole) {
    const there: Condition = { kind: "truthy", value };
    return operator === "!==" ? there : { kind: "not", operand: there };
  }
  if (nothing !== "nullish") return compare("value");
  return kindsOf(type).size === 0 ? compare("nullish") : compare("value", { kind: "or", value, otherwise: absent });
}

const absent: Value = { kind: "literal", value: null };
