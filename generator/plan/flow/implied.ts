import type { Condition, Value } from "../../ir/model.js";

/** Every status that HTTP has room for. */
const statuses: readonly number[] = Array.from({ length: 500 }, (_, index) => index + 100);

/** Whether the status alone shows that of two conditions only one can hold. */
export function excludeEachOther(a: Condition, b: Condition): boolean {
  return statuses.every((status) => verdict(a, status) === false || verdict(b, status) === false);
}

/** What a condition comes to under a status; `undefined` where it asks for something else. */
function verdict(condition: Condition, status: number): boolean | undefined {
  switch (condition.kind) {
    case "ok":
      return status >= 200 && status < 300;
    case "not": {
      const denied = verdict(condition.operand, status);
      return denied === undefined ? undefined : !denied;
    }
    case "and":
    case "or": {
      const verdicts = condition.operands.map((operand) => verdict(operand, status));
      const decides = condition.kind === "or";
      if (verdicts.includes(decides)) return decides;
      return verdicts.includes(undefined) ? undefined : !decides;
    }
    case "compare": {
      const [left, right] = [numberOf(condition.left, status), numberOf(condition.right, status)];
      if (left === undefined || right === undefined || condition.as !== "exact") return undefined;
      return comparisons[condition.operator](left, right);
    }
    default:
      return undefined;
  }
}

function numberOf(value: Value, status: number): number | undefined {
  if (value.kind === "read") return value.read.source.kind === "status" ? status : undefined;
  return value.kind === "literal" && typeof value.value === "number" ? value.value : undefined;
}

const comparisons = {
  "===": (left: number, right: number) => left === right,
  "!==": (left: number, right: number) => left !== right,
  "<": (left: number, right: number) => left < right,
  "<=": (left: number, right: number) => left <= right,
  ">": (left: number, right: number) => left > right,
  ">=": (left: number, right: number) => left >= right,
} as const;
