import type { CompareCondition } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Condition, Json, Value } from "../../ir/model.js";
import { describeType } from "../../types/describe.js";
import { present, union } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { equality, isOpen } from "./equality.js";
import { neverHolds } from "./impossible.js";
import { isOnly, literalOf, mayBeMissing, numberIn } from "./kinds.js";
import { planOperand } from "./operand.js";
import { ordering } from "./ordering.js";
import { contextOf, refuse, type ConditionSite } from "./site.js";

/**
 * Two values compared, so that the code says what the rules of the condition mean.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#simple-conditions
 */
export function planComparison(condition: CompareCondition, site: ConditionSite): Condition | undefined {
  const first = planOperand(condition.left, site);
  const second = planOperand(condition.right, site);
  if (first === undefined || second === undefined) return undefined;
  if (first.value.kind === "literal" && second.value.kind === "literal") {
    const holds = holdsOf(condition.op, first.value.value, second.value.value, condition.rules === "simple");
    return refuse(condition, found.impossibleCondition.literals(holds), site);
  }
  const simple = condition.rules === "simple";
  const left = simple ? besideNumber(first, second) : first;
  const right = simple ? besideNumber(second, first) : second;
  const planned = compared(condition, left, right);
  return (
    planned ??
    ruledOut(condition, left, right, site) ??
    neverHolds(condition, asDocumented(left), asDocumented(right), site)
  );
}

/**
 * A comparison whose outcome is known only since a called workflow does not return all that its schemas list: what was
 * asked there need not be asked here, but is no slip.
 */
function ruledOut(
  condition: CompareCondition,
  left: TypedValue,
  right: TypedValue,
  site: ConditionSite,
): Condition | undefined {
  const { op } = condition;
  const documented = compared(condition, asDocumented(left), asDocumented(right));
  if ((op !== "==" && op !== "!=") || documented?.kind !== "compare") return undefined;
  const planned: Condition = { ...documented, isListed: false };
  const returned = left.documented === undefined ? right : left;
  // A value that is excluded may come all the same, in another case than the document has it.
  if (planned.as === "text" && isOpen(returned.type)) return planned;
  const { place } = contextOf(condition, site);
  site.from.planning.findings.report(place, found.constantCondition.returned(op, describeType(present(returned.type))));
  // The compiler takes `===` of what can never be equal for a slip.
  return { ...planned, as: planned.as === "exact" ? "value" : planned.as, outcome: op === "!=" };
}

function asDocumented(operand: TypedValue): TypedValue {
  const { type, documented } = operand;
  return documented === undefined ? operand : { ...operand, type: union([documented, type]) };
}

function compared(condition: CompareCondition, left: TypedValue, right: TypedValue): Condition | undefined {
  const { op, rules } = condition;
  if (op === "==" || op === "!=") return equality(op === "==" ? "===" : "!==", left, right, rules);
  return ordering(op, left, right, rules);
}

/** `'201'` is a number beside one: numeric text is coerced. */
function besideNumber(operand: TypedValue, other: TypedValue): TypedValue {
  if (!isOnly(other.type, "number") || !isOnly(operand.type, "text")) return operand;
  const text = literalOf(operand.type);
  if (typeof text !== "string") {
    // Two values that are both missing are equal, of which numbers know nothing.
    return mayBeMissing(operand.type) && mayBeMissing(other.type) ? operand : asNumber(operand);
  }
  const value = numberIn(text);
  return value === undefined
    ? operand
    : { ...operand, value: { kind: "literal", value }, type: { kind: "literal", value } };
}

function asNumber({ value }: { readonly value: Value }): TypedValue {
  return { value: { kind: "made", by: "toNumber", value }, type: { kind: "number" }, description: undefined };
}

/** What comes of a comparison of two literals. */
function holdsOf(op: CompareCondition["op"], left: Json, right: Json, simple: boolean): boolean {
  const [a, b] = simple ? [plain(left), plain(right)] : [left, right];
  const isSame = a === b;
  const isBelow = (x: Json, y: Json): boolean => x !== null && y !== null && typeof x === typeof y && x < y;
  switch (op) {
    case "==":
      return isSame;
    case "!=":
      return !isSame;
    case "<":
      return isBelow(a, b);
    case "<=":
      return isSame || isBelow(a, b);
    case ">":
      return isBelow(b, a);
    case ">=":
      return isSame || isBelow(b, a);
  }
}

/** A text without its case, or as the number that it is. */
function plain(literal: Json): Json {
  return typeof literal === "string" ? (numberIn(literal) ?? literal.toLowerCase()) : literal;
}
