import { comparisons } from "../conditions/comparisons.js";
import type { ParsedCondition, Operand, RegexCondition } from "../../arazzo/index.js";
import { numberIn } from "../conditions/kinds.js";

/** Every status that HTTP has room for. */
export const everyStatus: readonly number[] = Array.from({ length: 500 }, (_, index) => index + 100);

/** The statuses under which a condition holds; `undefined` where it asks for more than the status. */
export function acceptedStatuses(condition: ParsedCondition): readonly number[] | undefined {
  const accepted: number[] = [];
  for (const status of everyStatus) {
    const verdict = verdictOn(condition, status);
    if (verdict === undefined) return undefined;
    if (verdict) accepted.push(status);
  }
  return accepted;
}

/** The statuses under which all of the conditions may hold, whatever else they ask for. */
export function possibleStatuses(conditions: readonly ParsedCondition[]): readonly number[] {
  const all = conditions.map(possibleFor);
  return everyStatus.filter((status) => all.every((statuses) => statuses.has(status)));
}

const possible = new WeakMap<ParsedCondition, ReadonlySet<number>>();

function possibleFor(condition: ParsedCondition): ReadonlySet<number> {
  const found =
    possible.get(condition) ?? new Set(everyStatus.filter((status) => verdictOn(condition, status) !== false));
  possible.set(condition, found);
  return found;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The outcome under a status; `undefined` where it depends on more. */
function verdictOn(condition: ParsedCondition, status: number): boolean | undefined {
  switch (condition.kind) {
    case "and":
    case "or": {
      const verdicts = condition.operands.map((operand) => verdictOn(operand, status));
      const decisive = condition.kind === "or";
      if (verdicts.includes(decisive)) return decisive;
      return verdicts.includes(undefined) ? undefined : !decisive;
    }
    case "not": {
      const verdict = verdictOn(condition.operand, status);
      return verdict === undefined ? undefined : !verdict;
    }
    case "compare": {
      // Two literals say nothing of the status.
      if (condition.left.kind === "literal" && condition.right.kind === "literal") return undefined;
      const left = numberOf(condition.left, status);
      const right = numberOf(condition.right, status);
      return left === undefined || right === undefined ? undefined : comparisons[condition.op](left, right);
    }
    case "regex":
      return matches(condition, status);
    default:
      return undefined;
  }
}

function numberOf(operand: Operand, status: number): number | undefined {
  if (operand.kind === "expression") return operand.expression.kind === "statusCode" ? status : undefined;
  if (operand.kind === "path") {
    return operand.context.kind === "statusCode" && operand.tokens.length === 0 ? status : undefined;
  }
  if (operand.kind !== "literal") return undefined;
  if (typeof operand.value === "number") return operand.value;
  // `$statusCode == '200'` means the number, as every simple condition reads numeric text.
  return typeof operand.value === "string" ? numberIn(operand.value) : undefined;
}

function matches({ context, pattern, flags, parts }: RegexCondition, status: number): boolean | undefined {
  if (context.kind !== "statusCode" || parts.some((part) => part.kind === "expression")) return undefined;
  return new RegExp(pattern, flags).test(String(status));
}
