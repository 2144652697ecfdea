import type { AnswerRead, ReadId, Statement, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { visit, visitParts, withParts, withValues } from "../ir/walk.js";
import type { KnownTypes } from "./accepted.js";
import { canBe, learn, type Facts } from "./facts.js";

/** A value that has to be there. */
export type Present = Value & { readonly kind: "present" };

/** The statements that a request becomes, and what is known before it. */
interface Ensured {
  readonly list: readonly Statement[];
  readonly facts: Facts;
}

/**
 * A request, or a call, that demands no value which is known to be there, and puts nothing in its place. One that is read
 * again in what follows is demanded once, before it.
 * @param rest The request and what follows it in its list
 * @param seen The answers that the code sees there
 */
export function ensured(
  statement: Statement,
  rest: readonly Statement[],
  facts: Facts,
  types: KnownTypes,
  seen: ReadonlySet<string> = new Set(),
): Ensured {
  const { keys, reads } = types;
  const list: Statement[] = [];
  let known = facts;
  for (const value of demandsOf(statement)) {
    const read = readOf(value);
    if (read === undefined || isThere(read, known, types)) continue;
    if (!seen.has(readWith(read, reads).answer) || !isReadAgain(readWith(read, reads), rest)) continue;
    list.push({ kind: "ensure", read, binds: false });
    for (const key of [keys.of(value.value), keys.ofTyped(value.value)]) known = learn(known, key, missing, false);
  }
  const change = (value: Value): Value => {
    const read = value.kind === "present" || value.kind === "or" ? readOf(value) : undefined;
    return read !== undefined && isThere(read, known, types) ? { kind: "read", read } : withParts(value, change);
  };
  return { list: [...list, withValues(statement, change)], facts: known };
}

/**
 * Statements that come behind others, which may change: what both of two ways demand first is demanded once, before the
 * question that parts them.
 */
export function demandedOnce(before: Statement[], behind: readonly Statement[]): readonly Statement[] {
  const last = before.at(-1);
  const [first, ...others] = behind;
  if (first?.kind !== "ensure" || last?.kind !== "if") return behind;
  const [also, ...then] = last.then;
  if (also?.kind !== "ensure" || also.read !== first.read) return behind;
  before.splice(-1, 1, first, { ...last, then });
  return others;
}

const missing = [null, undefined] as const;

/** Whether the compiler knows that the value is there, too. */
function isThere(read: ReadId, facts: Facts, { keys }: KnownTypes): boolean {
  const known = facts.get(keys.ofTyped({ kind: "read", read }));
  return known !== undefined && !missing.some((unit) => canBe(known, unit));
}

function demandsOf(statement: Statement): readonly Present[] {
  const found: Present[] = [];
  visitParts(statement, { value: (value) => value.kind === "present" && found.push(value) });
  return found;
}

function readOf({ value }: { readonly value: Value }): ReadId | undefined {
  return value.kind === "read" ? value.read : undefined;
}

/** Whether a value that may have a variable is read more than once, and is not set anew. */
function isReadAgain(
  { id, answer, source, needed, mayBeUnset }: AnswerRead,
  statements: readonly Statement[],
): boolean {
  if (source.kind !== "data" || !source.afterSuccess || (needed && !mayBeUnset)) return false;
  let count = 0;
  for (const statement of statements) {
    const { reads, sets } = useOf(statement);
    if (sets.has(answer)) return false;
    count += reads.get(id) ?? 0;
  }
  return count > 1;
}

/** What a statement, with those inside of it, reads how often, and the answers whose values it sets. */
interface Use {
  readonly reads: ReadonlyMap<ReadId, number>;
  readonly sets: ReadonlySet<string>;
}

const uses = new WeakMap<Statement, Use>();

function useOf(statement: Statement): Use {
  const known = uses.get(statement);
  if (known !== undefined) return known;
  const reads = new Map<ReadId, number>();
  const sets = new Set<string>();
  visit([statement], {
    statement: (inner) => inner.kind === "bind" && sets.add(inner.answer),
    value: (value) => value.kind === "read" && reads.set(value.read, (reads.get(value.read) ?? 0) + 1),
  });
  uses.set(statement, { reads, sets });
  return { reads, sets };
}
