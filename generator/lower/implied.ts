import type { Condition, Reads, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";

/** Every status that HTTP has room for. */
const statuses: readonly number[] = Array.from({ length: 500 }, (_, index) => index + 100);

/** Whether the status alone shows that of two conditions only one can hold. */
export function excludeEachOther(a: Condition, b: Condition, reads: Reads): boolean {
  return statuses.every((status) => verdict(a, status, reads) === false || verdict(b, status, reads) === false);
}

/** What a condition comes to under a status; `undefined` where it asks for something else. */
function verdict(condition: Condition, status: number, reads: Reads): boolean | undefined {
  switch (condition.kind) {
    case "ok":
      return status >= 200 && status < 300;
    case "not": {
      const denied = verdict(condition.operand, status, reads);
      return denied === undefined ? undefined : !denied;
    }
    case "and":
    case "or": {
      const verdicts = condition.operands.map((operand) => verdict(operand, status, reads));
      const decides = condition.kind === "or";
      if (verdicts.includes(decides)) return decides;
      return verdicts.includes(undefined) ? undefined : !decides;
    }
    case "compare": {
      const [left, right] = [numberOf(condition.left, status, reads), numberOf(condition.right, status, reads)];
      if (left === undefined || right === undefined || condition.as !== "exact") return undefined;
      return comparisons[condition.operator](left, right);
    }
    default:
      return undefined;
  }
}

function numberOf(value: Value, status: number, reads: Reads): number | undefined {
  if (value.kind === "read") return readWith(value.read, reads).source.kind === "status" ? status : undefined;
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
