import { negated } from "../ir/negated.js";
import type { Comparison, Condition, Value } from "../ir/model.js";
import type { Unit } from "../types/known.js";
import { canBe, learn, meeting, type Facts } from "./facts.js";
import { askedOf, compareUnits, textAskedOf, unitOf } from "./asked.js";
import type { Keys } from "./keys.js";

/** What is left of a condition, a constant where its outcome is known, and what is known once it is. */
export interface Simplified {
  readonly condition: Condition | boolean;
  /** `undefined` where it cannot come to that. */
  readonly whenTrue: Facts | undefined;
  readonly whenFalse: Facts | undefined;
}

type Flag = Condition & { readonly kind: "flag" };

/** With more operands than this in a row, only those before one are asked whether they imply it. */
const mostOperands = 24;

/** What a value can be that is neither missing nor `false`, `0` or empty has none of. */
const falsy: readonly Unit[] = [null, undefined, false, 0, ""];

/** The statuses of successes. */
export const successes: readonly Unit[] = Array.from({ length: 100 }, (_, index) => 200 + index);

/** The statuses with which a request succeeds, by the variable of its answer, if that is not with every 2xx. */
export type SuccessesOf = ReadonlyMap<string, readonly Unit[]>;

/** Takes out of conditions what is known. */
export class ConditionSimplifier {
  readonly #keys: Keys;
  readonly #successes: SuccessesOf;
  readonly #accepted: (condition: Condition) => Condition;

  /** @param accepted A condition that is left, as the compiler takes it */
  constructor(keys: Keys, successesOf: SuccessesOf, accepted: (condition: Condition) => Condition) {
    this.#keys = keys;
    this.#successes = successesOf;
    this.#accepted = accepted;
  }

  simplify(condition: Condition, facts: Facts): Simplified {
    switch (condition.kind) {
      case "and":
      case "or":
        return this.#simplifyAll(condition, facts);
      case "not": {
        const inner = this.simplify(condition.operand, facts);
        const { condition: operand, whenTrue, whenFalse } = inner;
        const denied = typeof operand === "boolean" ? !operand : negated(operand);
        return { condition: denied, whenTrue: whenFalse, whenFalse: whenTrue };
      }
      case "some": {
        const { condition: where } = this.simplify(condition.where, facts);
        if (where === false) return constant(false, facts);
        return this.#leaf(where === true ? condition : { ...condition, where }, facts);
      }
      default:
        return this.#leaf(condition, facts);
    }
  }

  /** Whether one condition holds only where another one does. */
  implies(condition: Condition, other: Condition, facts: Facts): boolean {
    return this.#decide(other, this.#assume(condition, true, facts)) === true;
  }

  #leaf(condition: Condition, facts: Facts): Simplified {
    const holds = this.#decide(condition, facts);
    if (holds !== undefined) return constant(holds, facts);
    return {
      condition: this.#accepted(condition),
      whenTrue: this.#assume(condition, true, facts),
      whenFalse: this.#assume(condition, false, facts),
    };
  }

  #simplifyAll({ kind, operands }: Condition & { readonly kind: "and" | "or" }, facts: Facts): Simplified {
    const isAnd = kind === "and";
    let on = facts;
    let out: Facts | undefined;
    const kept: Condition[] = [];
    for (const operand of operands) {
      const { condition, whenTrue, whenFalse } = this.simplify(operand, on);
      if (condition === isAnd) continue;
      if (typeof condition === "boolean") return constant(condition, facts);
      out = meeting(out, isAnd ? whenFalse : whenTrue);
      on = (isAnd ? whenTrue : whenFalse) ?? on;
      kept.push(condition);
    }
    const needed = this.#withoutImplied(kept, isAnd, facts);
    const [only] = needed;
    if (only === undefined) return constant(isAnd, facts);
    const condition: Condition = needed.length === 1 ? only : { kind, operands: needed };
    // One alone that decides the whole tells more of its value than the several ways to the same did.
    if (needed.length === 1 && kept.length > 1) out = this.#assume(only, !isAnd, facts);
    return { condition, whenTrue: isAnd ? on : out, whenFalse: isAnd ? out : on };
  }

  /** Without those that hold wherever all of the others do: `a !== 1` beside `a === 2`. */
  #withoutImplied(operands: readonly Condition[], isAnd: boolean, facts: Facts): readonly Condition[] {
    if (operands.length < 2 || operands.length > mostOperands) return operands;
    return operands.reduce<readonly Condition[]>((left, operand) => {
      const others = left.filter((other) => other !== operand);
      const known = others.reduce((so, other) => this.#assume(other, isAnd, so), facts);
      return this.#decide(operand, known) === isAnd ? others : left;
    }, operands);
  }

  /** What is known where a condition holds, or where it does not. */
  #assume(condition: Condition, holds: boolean, facts: Facts): Facts {
    if (condition.kind === "not") return this.#assume(condition.operand, !holds, facts);
    if (condition.kind === (holds ? "and" : "or") && "operands" in condition) {
      return condition.operands.reduce((so, operand) => this.#assume(operand, holds, so), facts);
    }
    const { key, is } = this.#keyOf(condition);
    if (condition.kind === "and" || condition.kind === "or") {
      const ways = condition.operands.map((operand) => this.#assume(operand, holds, facts));
      return learn(
        ways.reduce((one, other) => one.meet(other), ways[0] ?? facts),
        key,
        [is],
        holds,
      );
    }
    return this.#assumeValue(condition, holds, learn(facts, key, [is], holds));
  }

  #assumeValue(condition: Condition, holds: boolean, facts: Facts): Facts {
    switch (condition.kind) {
      case "ok":
        return learn(facts, this.#keys.ofStatus(condition.answer), this.#successesOf(condition.answer), holds);
      case "flag":
        return this.#learn(condition, condition.value, [true], holds, facts);
      case "truthy": {
        const learned = learn(facts, this.#keys.of(condition.value), falsy, !holds);
        return holds ? this.#withFailure(condition.value, learned) : learned;
      }
      case "compare": {
        const isOne = (condition.operator === "===") === holds;
        const text = textAskedOf(condition);
        if (text !== undefined) {
          const folded = learn(facts, this.#keys.ofFolded(text.value), [text.folded], isOne);
          const learned = condition.isListed
            ? learn(folded, this.#keys.ofTyped(text.value), [text.text], isOne)
            : folded;
          return isOne ? this.#withFailure(text.value, learned) : learned;
        }
        const asked = askedOf(condition);
        if (asked === undefined) return facts;
        const learned = this.#learn(condition, asked.value, asked.units, isOne, facts);
        return isOne && !asked.units.some(isNothing) ? this.#withFailure(asked.value, learned) : learned;
      }
      default:
        return facts;
    }
  }

  #successesOf(answer: string): readonly Unit[] {
    return this.#successes.get(answer) ?? successes;
  }

  /** What is in an error comes with the status of none. */
  #withFailure(value: Value, facts: Facts): Facts {
    const status = this.#keys.ofFailedStatus(value);
    return status === undefined ? facts : learn(facts, status, successes, false);
  }

  /** Notes what is known of a value, and whether the compiler learns it as well. */
  #learn(condition: Comparison | Flag, value: Value, units: readonly Unit[], isOne: boolean, facts: Facts): Facts {
    const learned = learn(facts, this.#keys.of(value), units, isOne);
    const written = this.#accepted(condition);
    const isPlain =
      written.kind === "flag" ||
      (written.kind === "compare" && written.as !== "value" && [written.left, written.right].includes(value));
    return isPlain ? learn(learned, this.#keys.ofTyped(value), units, isOne) : learned;
  }

  /** The key that a condition shares with its opposite, and what is known of that where it holds. */
  #keyOf(condition: Condition): { readonly key: string; readonly is: boolean } {
    const isOpposite =
      condition.kind === "failed" || (condition.kind === "compare" && ["!==", ">", ">="].includes(condition.operator));
    const opposite = isOpposite ? negated(condition) : condition;
    return opposite === condition || opposite.kind === "not"
      ? { key: this.#keys.ofCondition(condition), is: true }
      : { key: this.#keys.ofCondition(opposite), is: false };
  }

  /** The outcome of a condition; `undefined` where it is open. */
  #decide(condition: Condition, facts: Facts): boolean | undefined {
    switch (condition.kind) {
      case "not": {
        const denied = this.#decide(condition.operand, facts);
        return denied === undefined ? undefined : !denied;
      }
      case "and":
      case "or": {
        const outcomes = condition.operands.map((operand) => this.#decide(operand, facts));
        const decisive = condition.kind === "or";
        if (outcomes.includes(decisive)) return decisive;
        return outcomes.includes(undefined) ? undefined : !decisive;
      }
      default: {
        if (condition.kind === "compare" && condition.outcome !== undefined) return condition.outcome;
        const { key, is } = this.#keyOf(condition);
        const known = facts.get(key);
        if (known !== undefined && canBe(known, is) !== canBe(known, !is)) return canBe(known, is);
        return this.#decideByValue(condition, facts);
      }
    }
  }

  #decideByValue(condition: Condition, facts: Facts): boolean | undefined {
    switch (condition.kind) {
      case "ok": {
        const known = facts.get(this.#keys.ofStatus(condition.answer));
        const expected = this.#successesOf(condition.answer);
        if (known === undefined) return undefined;
        if (!expected.some((status) => canBe(known, status))) return false;
        return "only" in known && [...known.only].every((status) => expected.includes(status)) ? true : undefined;
      }
      case "flag":
        if (this.#isNone(condition.value, [true], facts)) return false;
        return same(this.#possible(condition.value, facts)?.map((unit) => unit === true));
      case "truthy":
        if (this.#isNone(condition.value, falsy, facts)) return true;
        return same(this.#possible(condition.value, facts)?.map(Boolean));
      case "compare":
        return this.#compare(condition, facts);
      default:
        return undefined;
    }
  }

  /** Whether a value is known to be none of these. */
  #isNone(value: Value, units: readonly Unit[], facts: Facts): boolean {
    const known = facts.get(this.#keys.of(value));
    return known !== undefined && !units.some((unit) => canBe(known, unit));
  }

  #compare(comparison: Comparison, facts: Facts): boolean | undefined {
    const { operator, left, right, as } = comparison;
    const text = textAskedOf(comparison);
    if (text !== undefined) {
      if (this.#possible(text.value, facts)?.every(isNothing) === true) return operator === "!==";
      const known = facts.get(this.#keys.ofFolded(text.value));
      if (known === undefined) return undefined;
      if (!canBe(known, text.folded)) return operator === "!==";
      return "only" in known && known.only.size === 1 ? operator === "===" : undefined;
    }
    if (as !== "exact" && as !== "nullish" && as !== "value") return undefined;
    const [a, b] = [this.#possible(left, facts), this.#possible(right, facts)];
    if (a !== undefined && b !== undefined && a.length * b.length < mostOperands) {
      return same(a.flatMap((x) => b.map((y) => compareUnits(x, y, comparison))));
    }
    const asked = askedOf(comparison);
    return asked !== undefined && this.#isNone(asked.value, asked.units, facts) ? operator === "!==" : undefined;
  }

  /** All that a value can be; `undefined` where that is open. */
  #possible(value: Value, facts: Facts): readonly Unit[] | undefined {
    const unit = unitOf(value);
    if (unit !== undefined) return [unit.unit];
    if (value.kind === "or") {
      const otherwise = value.otherwise === "NaN" ? [Number.NaN] : this.#possible(value.otherwise, facts);
      return (
        otherwise &&
        this.#possible(value.value, facts)?.flatMap((each) =>
          each === null || each === undefined ? otherwise : [each],
        )
      );
    }
    const known = facts.get(this.#keys.of(value));
    return known !== undefined && "only" in known ? [...known.only] : undefined;
  }
}

function isNothing(unit: Unit): boolean {
  return unit === null || unit === undefined;
}

function constant(holds: boolean, facts: Facts): Simplified {
  return { condition: holds, whenTrue: holds ? facts : undefined, whenFalse: holds ? undefined : facts };
}

/** The outcome that all have in common. */
function same(outcomes: readonly (boolean | undefined)[] | undefined): boolean | undefined {
  const [first, ...others] = outcomes ?? [];
  return others.every((outcome) => outcome === first) ? first : undefined;
}
