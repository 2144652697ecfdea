import type { TestCondition } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Condition, Value } from "../../ir/model.js";
import { isOnly, mayBeMissing } from "./kinds.js";
import { missing } from "./missing.js";
import { planOperand } from "./operand.js";
import { refuse, type ConditionSite } from "./site.js";

/** A value for itself: whether it is there, or says yes. */
export function planTest(condition: TestCondition, site: ConditionSite): Condition | undefined {
  const { operand, rules } = condition;
  if (operand.kind === "literal") {
    return refuse(operand, found.impossibleCondition.literal(Boolean(operand.value)), site);
  }
  const typed = planOperand(operand, site);
  if (typed === undefined) return undefined;
  const { value, type } = typed;
  if (rules === "rfc9535") {
    // A context that is `null` fails, whatever is asked of it.
    const isContext = operand.kind === "path" && operand.base === "context" && operand.tokens.length === 0;
    return missing("!==", typed, isContext ? "nullish" : "undefined");
  }
  if (isOnly(type, "boolean")) return mayBeMissing(type) ? isTrue(value) : { kind: "flag", value };
  return { kind: "truthy", value };
}

function isTrue(value: Value): Condition {
  return { kind: "compare", operator: "===", left: value, right: { kind: "literal", value: true }, as: "exact" };
}
