import type { AnswerRead, Condition, ReadId, Reads, Statement, Value, PropertyPath } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { visit, visitCondition, visitValue } from "../ir/walk.js";
import type { Known } from "../types/known.js";
import type { Facts } from "./facts.js";

/** Names values and conditions by what they are, and tells when they are set anew. */
export class Keys {
  readonly #reads: Reads;
  readonly #known = new WeakMap<Value | Condition, string>();
  readonly #folded = new WeakMap<Value, string>();
  readonly #typed = new WeakMap<Value, string>();
  /** The keys of the values that each setter sets. */
  readonly #keysBy = new Map<string, Set<string>>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** The same for values that are the same, wherever they stand. */
  of(value: Value): string {
    return this.#keyOf(value, this.#known, () => [this.#path(value) ?? JSON.stringify(value), this.#settersOf(value)]);
  }

  /** The same of what a text is without regard to case. */
  ofFolded(value: Value): string {
    return this.#keyOf(value, this.#folded, () => [`${this.of(value)} folded`, this.#settersOf(value)]);
  }

  /** The same of what the compiler knows of a value, too. */
  ofTyped(value: Value): string {
    return this.#keyOf(value, this.#typed, () => [`typed ${this.of(value)}`, this.#settersOf(value)]);
  }

  /** The key of the status of the answer that a value is the error of, or stands in the error of. */
  ofFailedStatus(value: Value): string | undefined {
    const read = value.kind === "read" ? readWith(value.read, this.#reads) : undefined;
    if (read?.source.kind !== "error" || read.source.afterSuccess) return undefined;
    return this.ofStatus(read.answer);
  }

  /** The key of the status of an answer. */
  ofStatus(answer: string): string {
    const key = `${now(answer)}${statusKey}`;
    this.#setting(key, new Set([now(answer)]));
    return key;
  }

  /** The keys of the lengths of the lists that a value stands in. */
  listsAround(id: ReadId): readonly string[] {
    const read = readWith(id, this.#reads);
    const { source } = read;
    if (!("steps" in source)) return [];
    return source.steps.flatMap(({ key, optional }, index) => {
      if (typeof key !== "number") return [];
      const steps = [...source.steps.slice(0, index), { key: "length", optional, fromIndex: false }];
      return [keyOfRead({ ...read, source: { ...source, steps, below: [] } })];
    });
  }

  ofCondition(condition: Condition): string {
    return this.#keyOf(condition, this.#known, () => {
      const setBy = new Set<string>();
      visitCondition(condition, {
        value: (part) => this.#note(part, setBy),
        condition: (part) => "answer" in part && setBy.add(now(part.answer)),
      });
      return [JSON.stringify(condition), setBy];
    });
  }

  /** What remains known where an answer has come: what it holds is open, and what was bound of the last one is not. */
  afterAnswer(facts: Facts, answer: string): Facts {
    return this.#without(facts, [now(answer)]);
  }

  /** What is known where the values of an answer are bound: of them what was found before. */
  afterBind(facts: Facts, answer: string): Facts {
    const left = this.#without(facts, [bound(answer)]);
    const found = this.#keysOf(now(answer)).flatMap((key): readonly (readonly [string, Known])[] => {
      const known = left.get(key);
      if (known === undefined || !key.startsWith(now(answer))) return [];
      const own = `${bound(answer)}${key.slice(now(answer).length)}`;
      this.#setting(own, new Set([bound(answer)]));
      return [[own, known]];
    });
    return found.length === 0 ? left : left.with(found);
  }

  afterAsk(facts: Facts, input: string): Facts {
    return this.#without(facts, [later(input)]);
  }

  /** What is known wherever a loop begins again, of all that is known before it. */
  inLoop(facts: Facts, body: readonly Statement[]): Facts {
    const setters = new Set<string>();
    visit(body, {
      statement: (statement) => {
        if (statement.kind === "request" || statement.kind === "call") setters.add(now(statement.local ?? ""));
        if (statement.kind === "bind") setters.add(bound(statement.answer));
        if (statement.kind === "ask") setters.add(later(statement.input.name));
      },
    });
    return this.#without(facts, [...setters]);
  }

  #without(facts: Facts, setters: readonly string[]): Facts {
    const gone = setters.flatMap((setter) => this.#keysOf(setter)).filter((key) => facts.get(key) !== undefined);
    return gone.length === 0 ? facts : facts.with(gone.map((key) => [key, undefined]));
  }

  #keysOf(setter: string): readonly string[] {
    return [...(this.#keysBy.get(setter) ?? [])];
  }

  #setting(key: string, setBy: ReadonlySet<string>): void {
    for (const setter of setBy) this.#keysBy.set(setter, (this.#keysBy.get(setter) ?? new Set()).add(key));
  }

  #keyOf<P extends Value | Condition>(
    part: P,
    keys: WeakMap<P, string>,
    make: () => readonly [string, ReadonlySet<string>],
  ): string {
    const known = keys.get(part);
    if (known !== undefined) return known;
    const [key, setBy] = make();
    keys.set(part, key);
    this.#setting(key, setBy);
    return key;
  }

  #settersOf(value: Value): ReadonlySet<string> {
    const setBy = new Set<string>();
    visitValue(value, { value: (part) => this.#note(part, setBy) });
    return setBy;
  }

  #note(value: Value, setBy: Set<string>): void {
    const setter = value.kind === "read" ? setterOf(readWith(value.read, this.#reads)) : undefined;
    if (setter !== undefined) setBy.add(setter);
  }

  /** The key of a variable or a property; `undefined` of what is made of others. */
  #path(value: Value): string | undefined {
    switch (value.kind) {
      case "read":
        return keyOfRead(readWith(value.read, this.#reads));
      case "input":
        return `input ${JSON.stringify(value.local ?? value.name)}${keysOf({ steps: value.steps, below: [] })}`;
      case "item":
        return `item ${value.local}`;
      case "member": {
        const owner = this.#path(value.of);
        return owner && `${owner}${keysOf(value)}`;
      }
      default:
        return undefined;
    }
  }
}

/** The key of the field `outcome` beside another output of the same workflow. */
export function outcomeKey(read: AnswerRead): string | undefined {
  const { source } = read;
  return "outcomes" in source ? keyOfRead({ ...read, source: { ...source, name: "outcome" } }) : undefined;
}

/** What two keys of one value share, of an answer that has just come and of one whose success was bound. */
export function withoutMoment(key: string): string {
  return key.replace(/^(?:now|bound) /, "");
}

/** What an answer holds from the moment on when it comes, and what a success has bound of it. */
function now(answer: string): string {
  return `now ${answer} `;
}

function bound(answer: string): string {
  return `bound ${answer} `;
}

function later(input: string): string {
  return `later ${input} `;
}

function setterOf({ answer, source }: AnswerRead): string | undefined {
  if (source.kind === "dependency") return undefined;
  if (source.kind === "deferred") return later(source.input);
  return source.kind === "made" || ("afterSuccess" in source && source.afterSuccess) ? bound(answer) : now(answer);
}

const statusKey = `status ${JSON.stringify(["", undefined])}`;

function keyOfRead(read: AnswerRead): string {
  const { source, id } = read;
  const owner = setterOf(read) ?? "";
  if ("steps" in source) return `${owner}${source.kind}${keysOf(source)}`;
  if (source.kind === "made") return `${owner}made ${id}`;
  const field = source.kind === "dependency" ? source.field : "";
  return `${owner}${source.kind} ${JSON.stringify([field, "name" in source ? source.name : undefined])}`;
}

function keysOf({ steps, below }: PropertyPath): string {
  // `a?.b` and `a.b` are one.
  const properties = steps.map(({ key }) => `/${JSON.stringify(key)}`);
  return [...properties, ...below.map((key) => `|${JSON.stringify(key)}`)].join("");
}
