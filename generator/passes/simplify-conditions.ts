import { completes } from "../ir/completes.js";
import type {
  Condition,
  ExpectStatement,
  FunctionIr,
  ReadId,
  Reads,
  RequestStatement,
  Statement,
} from "../ir/model.js";
import { readsOfValue } from "../ir/reads.js";
import { asksForStatus } from "../ir/statuses-asked.js";
import { visit, visitParts } from "../ir/walk.js";
import { accepted, byValue, lostOutcome, type KnownTypes } from "./accepted.js";
import type { Known } from "../types/known.js";
import { Facts, learn, meeting } from "./facts.js";
import { Keys } from "./keys.js";
import { ended, knownOf } from "./ended.js";
import { demandedOnce, ensured } from "./ensured.js";
import { withoutNesting } from "./nested-ifs.js";
import { withReachableCases } from "./reachable-cases.js";
import { ConditionSimplifier, successes, type Simplified, type SuccessesOf } from "./simplify-condition.js";

/**
 * The same function without what is known: it follows what has been asked on each way through the statements, takes out
 * conditions that hold already or cannot hold, and ends a list where one of its statements always leaves it.
 */
export function simplifyConditions({ reads, body }: FunctionIr): FunctionIr {
  const unlearned = new Set<string>();
  const bound = boundIn(body);
  const expected = successesIn(body);
  let gone: readonly string[] = [];
  for (;;) {
    const keys = new Keys(reads);
    const pass = new Pass({ reads, keys, unlearned }, neverSet(gone, reads, keys), expected);
    const list = pass.run(body);
    const left = boundIn(list);
    const lost = [...bound].filter((answer) => !left.has(answer));
    const isDone = lost.length === gone.length && [...pass.lost].every((key) => unlearned.has(key));
    if (isDone) return { reads, body: list };
    for (const key of pass.lost) unlearned.add(key);
    gone = lost;
  }
}

/** The statuses with which requests succeed that do not do so with every 2xx, by their answers. */
function successesIn(body: readonly Statement[]): SuccessesOf {
  const found = new Map<string, readonly number[]>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "request" || statement.local === undefined || statement.expects === undefined) return;
      const { success } = statement.expects;
      if (success !== "2xx")
        found.set(
          statement.local,
          success.filter((status) => successes.includes(status)),
        );
    },
  });
  return found;
}

/** The answers of which something is bound. */
function boundIn(body: readonly Statement[]): ReadonlySet<string> {
  const answers = new Set<string>();
  visit(body, { statement: (statement) => statement.kind === "bind" && answers.add(statement.answer) });
  return answers;
}

/** What is read of a step to which nothing leads any more is missing. */
function neverSet(answers: readonly string[], reads: Reads, keys: Keys): Facts {
  const unset = [...reads.values()].filter(({ answer }) => answers.includes(answer));
  const missing: Known = { only: new Set([undefined]) };
  return Facts.none.with(unset.map(({ id }) => [keys.of({ kind: "read", read: id }), missing]));
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

class Pass {
  /** The outcomes of which the compiler would learn too much, by their keys. */
  readonly lost = new Set<string>();
  readonly #types: KnownTypes;
  readonly #conditions: ConditionSimplifier;
  readonly #byAnswer = new Map<string, ReadId[]>();
  readonly #exits: Exit[] = [];
  readonly #before: Facts;
  /** The answers of requests that the code sees. */
  #seen = new Set<string>();

  /**
   * @param before What is known from the start
   * @param expected The statuses with which requests succeed
   */
  constructor(types: KnownTypes, before: Facts, expected: SuccessesOf) {
    this.#types = types;
    this.#before = before;
    this.#conditions = new ConditionSimplifier(types.keys, expected, (condition) => accepted(condition, types));
    for (const { id, answer, source } of types.reads.values()) {
      if (source.kind === "output") this.#byAnswer.set(answer, [...(this.#byAnswer.get(answer) ?? []), id]);
    }
  }

  run(body: readonly Statement[]): readonly Statement[] {
    return this.#list(body, this.#before).list;
  }

  #list(statements: readonly Statement[], before: Facts): Followed {
    const list: Statement[] = [];
    const outside = this.#seen;
    this.#seen = new Set(outside);
    let facts: Facts | undefined = before;
    for (const [index, statement] of statements.entries()) {
      if (facts === undefined) break;
      const followed: Followed = this.#one(statement, facts, statements.slice(index));
      list.push(...demandedOnce(list, followed.list));
      facts = followed.facts;
      if (statement.kind === "request" && statement.local !== undefined) this.#seen.add(statement.local);
    }
    this.#seen = outside;
    return { list, facts };
  }

  /** @param rest The statement and what follows it in its list */
  #one(statement: Statement, facts: Facts, rest: readonly Statement[]): Followed {
    const { keys } = this.#types;
    this.#look(statement, facts);
    switch (statement.kind) {
      case "expect":
        return this.#expect(statement, facts);
      case "require": {
        const { condition, whenTrue } = this.#conditions.simplify(statement.condition, facts);
        if (typeof condition === "boolean") {
          return { list: [{ ...statement, condition: byValue(statement.condition) }], facts };
        }
        return { list: [{ ...statement, condition }], facts: whenTrue };
      }
      case "if": {
        // Together, since the inner condition may imply the outer one.
        const whole = withoutNesting(statement);
        if (whole !== statement) return this.#one(whole, facts, rest);
        const simplified = this.#conditions.simplify(statement.condition, facts);
        const then = this.#then(statement.then, simplified);
        const behind = meeting(then.facts, simplified.whenFalse);
        const { condition } = simplified;
        if (typeof condition === "boolean") return { list: then.list, facts: behind };
        const narrower = then.list.findIndex((each) => !this.#leavesOnlyIf(each, condition, facts));
        if (narrower === -1) return { list: then.list, facts: behind };
        const wider = { ...statement, condition, then: then.list.slice(narrower) };
        return { list: [...then.list.slice(0, narrower), wider], facts: behind };
      }
      case "again": {
        const asked = statement.condition && this.#conditions.simplify(statement.condition, facts);
        const { condition, whenTrue, whenFalse } = asked ?? { condition: true, whenTrue: facts, whenFalse: undefined };
        if (condition === false) return { list: [], facts };
        const then = this.#list(statement.then, whenTrue ?? facts);
        const left = condition === true ? undefined : condition;
        const behind = meeting(meeting(whenTrue, whenFalse), then.facts);
        return { list: [{ ...statement, condition: left, then: then.list }], facts: behind };
      }
      case "block":
      case "loop": {
        const exit: Exit = { label: statement.label, kind: statement.kind, facts: undefined };
        this.#exits.push(exit);
        const body = this.#list(statement.body, statement.kind === "loop" ? keys.inLoop(facts, statement.body) : facts);
        this.#exits.pop();
        const behind = statement.kind === "block" ? meeting(body.facts, exit.facts) : exit.facts;
        return { list: [{ ...statement, body: body.list }], facts: behind };
      }
      case "pages":
      case "each": {
        const before = keys.inLoop(facts, statement.body);
        // In a function of its own the compiler does not know what was asked before it.
        const { list } = this.#list(
          statement.body,
          statement.kind === "each" && statement.mapped ? this.#before : before,
        );
        return { list: [{ ...statement, body: list }], facts: before };
      }
      case "machine": {
        const cases = statement.cases.map((each) => ({ ...each, body: this.#list(each.body, this.#before).list }));
        return { list: [withReachableCases({ ...statement, cases })], facts: undefined };
      }
      case "break":
        this.#leave(statement.label, facts);
        return { list: [statement], facts: undefined };
      case "end":
        return { list: [ended(statement, facts, this.#types)], facts: undefined };
      case "continue":
      case "fail":
        return { list: [statement], facts: undefined };
      case "transfer":
        return { list: ensured(statement, [], facts, this.#types).list, facts: undefined };
      case "bind":
        return { list: [statement], facts: statement.isRest ? facts : this.#bound(statement.answer, facts) };
      case "ask":
        return {
          list: [{ ...statement, narrowed: knownOf(statement.known, facts, this.#types) }],
          facts: keys.afterAsk(facts, statement.input.name),
        };
      case "request":
      case "call": {
        const { list, facts: before } = ensured(statement, rest, facts, this.#types, this.#seen);
        const answered = keys.afterAnswer(before, statement.local ?? "");
        return { list, facts: statement.kind === "request" ? this.#answered(statement, answered) : answered };
      }
      default:
        return { list: [statement], facts };
    }
  }

  #expect(statement: ExpectStatement, facts: Facts): Followed {
    const { condition, whenTrue } = this.#conditions.simplify(statement.condition, facts);
    const { stepId, local, criterion } = statement;
    if (condition === false) {
      const isOfStatus = asksForStatus(statement.condition, this.#types.reads);
      return { list: [{ kind: "fail", stepId, local, criterion, isOfStatus }], facts: undefined };
    }
    return condition === true ? { list: [], facts } : { list: [{ ...statement, condition }], facts: whenTrue };
  }

  /** What is known of the status where only some are taken. */
  #answered({ local, expects }: RequestStatement, facts: Facts): Facts {
    if (local === undefined || expects === undefined) return facts;
    const { success, failure } = expects;
    if (failure === "any") return facts;
    const taken = [...(success === "2xx" ? successes : success), ...failure];
    return learn(facts, this.#types.keys.ofStatus(local), taken, true);
  }

  /** Whether a statement does nothing but leave its list, and only where a condition holds. */
  #leavesOnlyIf(statement: Statement, condition: Condition, facts: Facts): boolean {
    if ((statement.kind !== "if" && statement.kind !== "again") || statement.condition === undefined) return false;
    return !completes(statement.then) && this.#conditions.implies(statement.condition, condition, facts);
  }

  #then(statements: readonly Statement[], { whenTrue }: Simplified): Followed {
    return whenTrue === undefined ? { list: [], facts: undefined } : this.#list(statements, whenTrue);
  }

  #leave(label: string | undefined, facts: Facts): void {
    const exit = this.#exits.findLast((each) => (label === undefined ? each.kind === "loop" : each.label === label));
    if (exit !== undefined) exit.facts = meeting(exit.facts, facts);
  }

  #bound(answer: string, before: Facts): Facts {
    const facts = this.#types.keys.afterBind(before, answer);
    for (const id of this.#byAnswer.get(answer) ?? []) this.#check(id, facts);
    return facts;
  }

  /** Notes the outcomes that are too well known where outputs are looked for. */
  #look(statement: Statement, facts: Facts): void {
    const { reads } = this.#types;
    visitParts(statement, { value: (value) => readsOfValue(value, reads).forEach(({ id }) => this.#check(id, facts)) });
  }

  #check(id: ReadId, facts: Facts): void {
    const read = this.#types.reads.get(id);
    const lost = read && lostOutcome(read, facts);
    if (lost !== undefined) this.lost.add(lost);
  }
}
