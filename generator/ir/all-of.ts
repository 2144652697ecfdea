import type { Condition } from "./condition.js";

/** That all of the conditions hold. */
export function allOf(conditions: readonly Condition[]): Condition {
  const operands = conditions.flatMap((condition) => (condition.kind === "and" ? condition.operands : [condition]));
  const [only] = operands;
  return only !== undefined && operands.length === 1 ? only : { kind: "and", operands };
}
