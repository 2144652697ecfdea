import type { Comparison, Condition, Value } from "./model.js";

/** The opposite of a condition, without a `!` where the operators can say it. */
export function negated(condition: Condition): Condition {
  switch (condition.kind) {
    case "not":
      return condition.operand;
    case "completed":
      return { kind: "failed", answer: condition.answer };
    case "failed":
      return { kind: "completed", answer: condition.answer };
    case "compare":
      return opposite(condition) ?? { kind: "not", operand: condition };
    case "and":
    case "or": {
      const operands = condition.operands.map(negated);
      if (!operands.every(readsWell)) return { kind: "not", operand: condition };
      return { kind: condition.kind === "and" ? "or" : "and", operands };
    }
    default:
      return { kind: "not", operand: condition };
  }
}

/** Whether a `!`, if there is one, needs no parentheses. */
function readsWell(condition: Condition): boolean {
  if (condition.kind !== "not") return true;
  const { operand } = condition;
  if (operand.kind === "match") return operand.present === undefined;
  return ["flag", "truthy", "matchText", "some", "ok"].includes(operand.kind);
}

function opposite(comparison: Comparison): Comparison | undefined {
  const { operator, left, right, as } = comparison;
  const isEquality = operator === "===" || operator === "!==";
  // What is no number is neither less than another nor greater nor equal.
  if (!isEquality && (as !== "exact" || [left, right].some(mayBeNoNumber))) return undefined;
  const { outcome } = comparison;
  return { ...comparison, operator: opposites[operator], ...(outcome !== undefined && { outcome: !outcome }) };
}

const opposites = {
  "===": "!==",
  "!==": "===",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
} as const satisfies Record<Comparison["operator"], Comparison["operator"]>;

function mayBeNoNumber(value: Value): boolean {
  if (value.kind === "or") return value.otherwise === "NaN";
  return value.kind === "made" && (value.by === "toNumber" || value.by === "lengthOf");
}
