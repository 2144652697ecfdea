import type { CompareCondition, Rules } from "../../arazzo/index.js";
import { didYouMean, found } from "../../diagnostics.js";
import { describeType } from "../../types/describe.js";
import { listedValues, present } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly, literalOf, numberIn } from "./kinds.js";
import { refuse, type ConditionSite } from "./site.js";

/** Says of a comparison that its outcome is always the same, which one, and what may have been meant. */
export function neverHolds(
  condition: CompareCondition,
  left: TypedValue,
  right: TypedValue,
  site: ConditionSite,
): undefined {
  const { op, rules } = condition;
  const [literal, field, part] =
    literalOf(left.type) !== undefined || left.type.kind === "null"
      ? [left, right, condition.left]
      : [right, left, condition.right];
  const value = literal.value.kind === "literal" ? JSON.stringify(literal.value.value) : undefined;
  const { listed, operands } = found.impossibleCondition;
  if (value === undefined) return refuse(condition, operands(op, describe(left), describe(right)), site);
  const values = listedValues(field.type) ?? [];
  const isOutside =
    (op === "==" || op === "!=") && values.length > 0 && typeof values[0] === typeof literalOf(literal.type);
  const hint = hintFor(literal, field, rules);
  const what = isOutside
    ? listed(
        op,
        value,
        values.map((each) => JSON.stringify(each)),
        hint,
      )
    : operands(op, value, describe(field), hint);
  return refuse(part, what, site);
}

function describe({ type }: TypedValue): string {
  return describeType(present(type));
}

function hintFor(literal: TypedValue, field: TypedValue, rules: Rules): string | undefined {
  const value = literalOf(literal.type);
  const type = present(field.type);
  if (typeof value === "string") {
    const plain =
      (isOnly(type, "boolean") && /^(?:true|false)$/.test(value)) ||
      (isOnly(type, "number") && numberIn(value) !== undefined);
    if (plain) return `Write \`${value}\`, without quotes.`;
    return didYouMean(value, (listedValues(field.type) ?? []).map(String));
  }
  if (value !== undefined && isOnly(type, "text") && (listedValues(type) ?? []).length === 0) {
    return rules === "simple" ? `Write \`'${value}'\`, in quotes.` : `Write \`"${value}"\`, in quotes.`;
  }
  return undefined;
}
