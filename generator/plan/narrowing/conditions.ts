import type { AnswerSource, Comparison, Condition, Reads, Value } from "../../ir/model.js";
import { readWith } from "../../ir/reads.js";
import { mayBeMissing } from "../conditions/kinds.js";
import { isSettled, join, learn, rulesOut, type Facts, type Unit } from "./facts.js";
import { isDiscriminant, referenceKey, type KnownTypes } from "./references.js";

/** A condition that the compiler accepts, and what it learns from either outcome. */
export interface Judged {
  readonly condition: Condition;
  readonly whenTrue: Facts;
  readonly whenFalse: Facts;
}

/** Makes the comparisons of a condition in a way that the compiler accepts, knowing what it knows. */
export function judge(condition: Condition, facts: Facts, types: KnownTypes): Judged {
  switch (condition.kind) {
    case "and":
    case "or":
      return judgeAll(condition, facts, types);
    case "not": {
      const { condition: operand, whenTrue, whenFalse } = judge(condition.operand, facts, types);
      return { condition: { kind: "not", operand }, whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case "compare":
      return judgeComparison(condition, facts, types);
    case "flag":
      if (isDiscriminant(condition.value, types.reads)) return unlearned({ ...condition, kind: "truthy" }, facts);
      return learned(condition, condition.value, [true], true, facts, types);
    case "some": {
      const { condition: where } = judge(condition.where, facts, types);
      return unlearned({ ...condition, where }, facts);
    }
    default:
      return unlearned(condition, facts);
  }
}

function judgeAll(condition: Condition & { kind: "and" | "or" }, facts: Facts, types: KnownTypes): Judged {
  const isAnd = condition.kind === "and";
  const operands: Condition[] = [];
  let on = facts;
  let out: Facts | undefined;
  for (const operand of condition.operands) {
    const judged = judge(operand, on, types);
    operands.push(judged.condition);
    on = isAnd ? judged.whenTrue : judged.whenFalse;
    const left = isAnd ? judged.whenFalse : judged.whenTrue;
    out = out === undefined ? left : join(out, left);
  }
  const [whenTrue, whenFalse] = isAnd ? [on, out ?? facts] : [out ?? facts, on];
  return { condition: { kind: condition.kind, operands }, whenTrue, whenFalse };
}

function judgeComparison(comparison: Comparison, facts: Facts, types: KnownTypes): Judged {
  const { operator, left, right, as } = comparison;
  if ((as !== "exact" && as !== "nullish") || (operator !== "===" && operator !== "!==")) {
    return unlearned(comparison, facts);
  }
  const [value, unit] = left.kind === "literal" ? [right, unitOf(left)] : [left, unitOf(right)];
  if (unit === "none") return unlearned(comparison, facts);
  const key = referenceKey(value, types.reads);
  const ruledOut = (key !== undefined && rulesOut(facts, key, unit.unit)) || types.ruleOut(value, unit.unit);
  // Once its owner is known to be of none of its types, nothing more could be read of it.
  const tellsTooMuch = isDiscriminant(value, types.reads) || (key !== undefined && types.unlearned.has(key));
  if (ruledOut || (as === "exact" && tellsTooMuch)) return unlearned({ ...comparison, as: "value" }, facts);
  const units = as === "nullish" ? [null, undefined] : [unit.unit];
  // An answer of which nothing else is possible is none at all to the compiler, and nothing more can be read of it.
  const isOfAnswer = value.kind === "read" && readWith(value.read, types.reads).local === undefined;
  const isKnown = isOfAnswer && key !== undefined && isSettled(facts, key, units);
  // `const data = answer.data` is the answer's own to the compiler.
  if (as === "nullish" && (isKnown || isAnswerThere(value, types.reads) || isDiscriminant(value, types.reads)))
    return unlearned(orNull(comparison), facts);
  return learned(comparison, value, units, operator === "===", facts, types);
}

/** Whether the value is all that an answer holds, or what a workflow returned, and never missing. */
function isAnswerThere(value: Value, reads: Reads): boolean {
  if (value.kind !== "read") return false;
  const { source, type } = readWith(value.read, reads);
  const isWhole = "steps" in source ? source.steps.length + source.below.length === 0 : isReturned(source);
  return isWhole && !mayBeMissing(type);
}

function isReturned({ kind }: AnswerSource): boolean {
  return kind === "output" || kind === "dependency";
}

/** The same comparison with `null`, from which the compiler learns nothing. */
function orNull({ left, right, ...comparison }: Comparison): Comparison {
  const nothing: Value = { kind: "literal", value: null };
  const value = left.kind === "literal" || left.kind === "undefined" ? right : left;
  return { ...comparison, left: { kind: "or", value, otherwise: nothing }, right: nothing, as: "value" };
}

function unitOf(value: Value): { readonly unit: Unit } | "none" {
  if (value.kind === "undefined") return { unit: undefined };
  if (value.kind !== "literal" || (typeof value.value === "object" && value.value !== null)) return "none";
  return { unit: value.value };
}

function learned(
  condition: Condition,
  value: Value,
  units: readonly Unit[],
  isOne: boolean,
  facts: Facts,
  types: KnownTypes,
): Judged {
  const key = referenceKey(value, types.reads);
  if (key === undefined) return unlearned(condition, facts);
  return {
    condition,
    whenTrue: learn(facts, key, units, isOne),
    whenFalse: learn(facts, key, units, !isOne),
  };
}

function unlearned(condition: Condition, facts: Facts): Judged {
  return { condition, whenTrue: facts, whenFalse: facts };
}
