import type { Condition } from "./model.js";

/** The opposite of a condition, without a `!` where the operator can say it. */
export function negated(condition: Condition): Condition {
  if (condition.kind === "not") return condition.operand;
  if (condition.kind === "compare" && condition.operator === "===") return { ...condition, operator: "!==" };
  if (condition.kind === "compare" && condition.operator === "!==") return { ...condition, operator: "===" };
  return { kind: "not", operand: condition };
}
