import type { Condition, Operand } from "../arazzo/index.js";

/** Every status that HTTP has room for. */
const statuses: readonly number[] = Array.from({ length: 500 }, (_, index) => index + 100);

/** The statuses under which a condition holds; `undefined` where it asks for more than the status. */
export function acceptedStatuses(condition: Condition): readonly number[] | undefined {
  const verdicts = statuses.map((status) => [status, holds(condition, status)] as const);
  if (verdicts.some(([, verdict]) => verdict === undefined)) return undefined;
  return verdicts.flatMap(([status, verdict]) => (verdict ? [status] : []));
}

function holds(condition: Condition, status: number): boolean | undefined {
  switch (condition.kind) {
    case "and":
    case "or": {
      const verdicts = condition.operands.map((operand) => holds(operand, status));
      if (verdicts.some((verdict) => verdict === undefined)) return undefined;
      return condition.kind === "and" ? verdicts.every(Boolean) : verdicts.some(Boolean);
    }
    case "not": {
      const verdict = holds(condition.operand, status);
      return verdict === undefined ? undefined : !verdict;
    }
    case "compare": {
      const left = numberOf(condition.left, status);
      const right = numberOf(condition.right, status);
      return left === undefined || right === undefined ? undefined : comparisons[condition.op](left, right);
    }
    default:
      return undefined;
  }
}

const comparisons = {
  "==": (left: number, right: number) => left === right,
  "!=": (left: number, right: number) => left !== right,
  "<": (left: number, right: number) => left < right,
  "<=": (left: number, right: number) => left <= right,
  ">": (left: number, right: number) => left > right,
  ">=": (left: number, right: number) => left >= right,
} as const;

function numberOf(operand: Operand, status: number): number | undefined {
  if (operand.kind === "expression") return operand.expression.kind === "statusCode" ? status : undefined;
  if (operand.kind !== "literal") return undefined;
  // `$statusCode == '200'` means the number, as every simple condition reads numeric text.
  const value = typeof operand.value === "string" ? Number(operand.value) : operand.value;
  return typeof value === "number" && !Number.isNaN(value) ? value : undefined;
}
