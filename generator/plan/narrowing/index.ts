import type { AnswerRead, FunctionIr, Statement } from "../../ir/model.js";
import type { WorkflowPlanning } from "../planning.js";
import { judge } from "./conditions.js";
import { copy, forget, join, nothingKnown, type Facts } from "./facts.js";
import { readsOfValue, readWith } from "../../ir/reads.js";
import { visitParts } from "../../ir/walk.js";
import { lostOutcome } from "./lost-endings.js";
import { answerPrefix, KnownTypes, localPrefix, sourceKey } from "./references.js";

/**
 * The same statements with every comparison accepted by the compiler. It follows what has been compared before, and
 * takes `a === "x"` for a slip where that was found to be false already: documents may ask twice.
 */
export function withAcceptedComparisons({ reads, body }: FunctionIr, planning: WorkflowPlanning): FunctionIr {
  const types = new KnownTypes(planning, reads);
  for (;;) {
    const narrowing = new Narrowing(types, planning);
    const { list } = narrowing.list(body, nothingKnown);
    if (narrowing.lost.size === 0) return { reads, body: list };
    for (const key of narrowing.lost) types.unlearned.add(key);
  }
}

/** Statements, and what is known behind them; `undefined` where nothing gets there. */
interface Followed {
  readonly list: readonly Statement[];
  readonly facts: Facts | undefined;
}

/** A block or loop around, and what is known where it is left. */
interface Exit {
  readonly label: string | undefined;
  readonly kind: "block" | "loop";
  facts: Facts | undefined;
}

class Narrowing {
  /** The outcomes of which too much is known, by their keys. */
  readonly lost = new Set<string>();
  readonly #types: KnownTypes;
  readonly #planning: WorkflowPlanning;
  readonly #exits: Exit[] = [];

  constructor(types: KnownTypes, planning: WorkflowPlanning) {
    this.#types = types;
    this.#planning = planning;
  }

  list(statements: readonly Statement[], before: Facts): Followed {
    const list: Statement[] = [];
    let facts: Facts | undefined = before;
    for (const statement of statements) {
      // What is never reached is left as it is: there the compiler knows that nothing can be anything.
      const followed: FollowedOne = this.#one(statement, facts ?? before);
      list.push(followed.statement);
      facts = facts && followed.facts;
    }
    return { list, facts };
  }

  #one(statement: Statement, facts: Facts): FollowedOne {
    for (const read of this.#readsOf(statement)) {
      const lost = lostOutcome(read, facts, this.#planning);
      if (lost !== undefined) this.lost.add(lost);
    }
    switch (statement.kind) {
      case "require": {
        const { condition, whenTrue } = judge(statement.condition, facts, this.#types);
        return { statement: { ...statement, condition }, facts: whenTrue };
      }
      case "expect":
        return {
          statement: { ...statement, condition: judge(statement.condition, facts, this.#types).condition },
          facts,
        };
      case "again": {
        if (statement.condition === undefined) {
          return { statement: { ...statement, then: this.list(statement.then, facts).list }, facts };
        }
        const { condition, whenTrue } = judge(statement.condition, facts, this.#types);
        return { statement: { ...statement, condition, then: this.list(statement.then, whenTrue).list }, facts };
      }
      case "if": {
        const { condition, whenTrue, whenFalse } = judge(statement.condition, facts, this.#types);
        const then = this.list(statement.then, whenTrue);
        return { statement: { ...statement, condition, then: then.list }, facts: meeting(then.facts, whenFalse) };
      }
      case "block":
      case "loop": {
        const exit: Exit = { label: statement.label, kind: statement.kind, facts: undefined };
        this.#exits.push(exit);
        const body = this.list(statement.body, facts);
        this.#exits.pop();
        const behind = statement.kind === "block" ? meeting(body.facts, exit.facts) : exit.facts;
        return { statement: { ...statement, body: body.list }, facts: behind };
      }
      case "machine": {
        const cases = statement.cases.map((each) => ({ ...each, body: this.list(each.body, facts).list }));
        return { statement: { ...statement, cases }, facts: undefined };
      }
      case "break":
        this.#leave(statement.label, facts);
        return { statement, facts: undefined };
      case "continue":
      case "end":
        return { statement, facts: undefined };
      case "bind":
        return { statement, facts: this.#readsOf(statement).reduce(bound, facts) };
      case "ask":
        return {
          statement,
          facts: forget(facts, localPrefix(readWith(statement.read, this.#types.reads).local ?? "")),
        };
      case "request":
      case "call":
        return { statement, facts: forget(facts, answerPrefix(statement.local ?? "")) };
      case "transfer":
        return { statement, facts: undefined };
      default:
        return { statement, facts };
    }
  }

  #readsOf(statement: Statement): readonly AnswerRead[] {
    const { reads } = this.#types;
    if (statement.kind === "bind") return statement.reads.map((id) => readWith(id, reads));
    const found: AnswerRead[] = [];
    visitParts(statement, { value: (value) => found.push(...readsOfValue(value, reads)) });
    return found.filter(({ local }) => local === undefined);
  }

  #leave(label: string | undefined, facts: Facts): void {
    const exit = this.#exits.findLast((each) => (label === undefined ? each.kind === "loop" : each.label === label));
    if (exit !== undefined) exit.facts = meeting(exit.facts, facts);
  }
}

/** A variable is known to be what that is known to be which it is set to. */
function bound(facts: Facts, read: AnswerRead): Facts {
  const local = localPrefix(read.local ?? "");
  return copy(forget(facts, local), sourceKey(read), local);
}

interface FollowedOne {
  readonly statement: Statement;
  readonly facts: Facts | undefined;
}

function meeting(a: Facts | undefined, b: Facts | undefined): Facts | undefined {
  return a === undefined || b === undefined ? (a ?? b) : join(a, b);
}
