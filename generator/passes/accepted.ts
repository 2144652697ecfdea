import type { AnswerRead, Comparison, Condition, MemberStep, Reads, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { allows } from "../types/type.js";
import { canBe, type Facts } from "./facts.js";
import { outcomeKey, withoutMoment, type Keys } from "./keys.js";
import { askedOf } from "./asked.js";

/** What the compiler knows of values, which decides how they can be compared. */
export interface KnownTypes {
  readonly reads: Reads;
  readonly keys: Keys;
  /** The keys of outcomes of which the compiler is to learn nothing. */
  readonly unlearned: ReadonlySet<string>;
}

/**
 * A condition as the compiler takes it. By `===` it would learn of which of several types the owner of a value is, and
 * refuse to read of that what only the others have.
 */
export function accepted(condition: Condition, types: KnownTypes): Condition {
  if (condition.kind === "flag" && isDiscriminant(condition.value, types.reads))
    return { ...condition, kind: "truthy" };
  if (condition.kind !== "compare" || condition.as === "value") return condition;
  const asked = askedOf(condition);
  if (asked === undefined) return condition;
  const tells = isDiscriminant(asked.value, types.reads);
  if (condition.as === "nullish") {
    return tells || isAnswerThere(asked.value, types.reads) ? orNull(condition, asked.value) : condition;
  }
  const isTooMuch =
    tells || isOddStatus(asked, types.reads) || types.unlearned.has(withoutMoment(types.keys.of(asked.value)));
  return isTooMuch ? { ...condition, as: "value" } : condition;
}

/** A condition whose outcome is known, in a form from which the compiler neither learns nor concludes. */
export function byValue(condition: Condition): Condition {
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...condition, operands: condition.operands.map(byValue) };
    case "not":
      return { ...condition, operand: byValue(condition.operand) };
    case "some":
      return { ...condition, where: byValue(condition.where) };
    case "compare": {
      const asked = askedOf(condition);
      if (asked === undefined) return condition;
      return condition.as === "nullish" ? orNull(condition, asked.value) : { ...condition, as: "value" };
    }
    default:
      return condition;
  }
}

/**
 * The outcome of a workflow, by its key, that is known to be none of those which an output comes with: the compiler,
 * which knows it too, would not let that output be looked for any more. `undefined` where all is well.
 */
export function lostOutcome(read: AnswerRead, facts: Facts): string | undefined {
  const outcomes = "outcomes" in read.source ? read.source.outcomes : undefined;
  const key = outcomes && outcomeKey(read);
  const known = key === undefined ? undefined : facts.get(key);
  return known !== undefined && outcomes?.every((outcome) => !canBe(known, outcome))
    ? withoutMoment(key ?? "")
    : undefined;
}

/** Whether a status is compared with what is none. */
function isOddStatus({ value, units }: NonNullable<ReturnType<typeof askedOf>>, reads: Reads): boolean {
  if (value.kind !== "read" || readWith(value.read, reads).source.kind !== "status") return false;
  return units.some((unit) => typeof unit !== "number" || !/^[1-5]\d\d$/.test(String(unit)));
}

/** Whether the value says of which of several types its owner is, so that comparing it narrows that one as well. */
function isDiscriminant(value: Value, reads: Reads): boolean {
  if (value.kind === "read") {
    const { source } = readWith(value.read, reads);
    if ("discriminates" in source) return source.discriminates;
    return (source.kind === "data" || source.kind === "error") && source.steps.some(isOfUnion);
  }
  if (value.kind === "member") return value.below.length === 0 && value.steps.some(isOfUnion);
  return value.kind === "input" && value.steps.some(isOfUnion);
}

function isOfUnion({ ofUnion }: MemberStep): boolean {
  return ofUnion ?? false;
}

/** Whether the value is all that an answer holds, or what a workflow returned, and never missing. */
function isAnswerThere(value: Value, reads: Reads): boolean {
  if (value.kind !== "read") return false;
  const { source, type } = readWith(value.read, reads);
  const isWhole = "steps" in source ? source.steps.length + source.below.length === 0 : "discriminates" in source;
  return isWhole && !allows(type, "null") && !allows(type, "undefined");
}

/** The same comparison with `null`, from which the compiler learns nothing. */
function orNull(comparison: Comparison, value: Value): Comparison {
  const nothing: Value = { kind: "literal", value: null };
  return { ...comparison, left: { kind: "or", value, otherwise: nothing }, right: nothing, as: "value" };
}
