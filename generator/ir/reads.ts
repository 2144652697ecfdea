import type { AnswerRead, BindStatement, Statement, Value } from "./model.js";
import { partsOf, valuesOf } from "./operands.js";

/** A reading of an answer's value, and the statements that it stands in, from the outside in. */
export interface Use {
  readonly read: AnswerRead;
  readonly within: readonly Position[];
  /** It is made of values that are bound in the same statement, and bound itself behind them. */
  readonly behind: boolean;
}

/** A statement by the list that holds it. */
export interface Position {
  readonly list: readonly Statement[];
  readonly index: number;
}

/** Every reading of an answer's value, as often as the code would write it. */
export function usesIn(list: readonly Statement[], outer: readonly Position[] = []): readonly Use[] {
  return list.flatMap((statement, index) => {
    const within = [...outer, { list, index }];
    const own = statement.kind === "bind" ? usesInBind(statement, within) : usesOf(readsOf(statement), within, false);
    return [...own, ...innerLists(statement).flatMap((inner) => usesIn(inner, within))];
  });
}

function usesOf(reads: readonly AnswerRead[], within: readonly Position[], behind: boolean): readonly Use[] {
  return reads.map((read) => ({ read, within, behind }));
}

/** What is read to make the values that are bound: what was sent comes first, and of it nothing that is bound here. */
function usesInBind({ reads }: BindStatement, within: readonly Position[]): readonly Use[] {
  return reads.flatMap(({ source }) =>
    source.kind === "made" ? usesOf(readsOfValue(source.value), within, !source.sent) : [],
  );
}

/** Where each statement of a kind stands. */
export function positionsOf<K extends Statement["kind"]>(
  kind: K,
  list: readonly Statement[],
  outer: readonly Position[] = [],
): readonly { readonly statement: Statement & { kind: K }; readonly within: readonly Position[] }[] {
  return list.flatMap((statement, index) => {
    const within = [...outer, { list, index }];
    const inner = innerLists(statement).flatMap((each) => positionsOf(kind, each, within));
    return isKind(statement, kind) ? [{ statement, within }, ...inner] : inner;
  });
}

export function innerLists(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.kind === "if") return [statement.then];
  if (statement.kind === "machine") return statement.cases.map(({ body }) => body);
  return statement.kind === "block" || statement.kind === "loop" ? [statement.body] : [];
}

function isKind<K extends Statement["kind"]>(statement: Statement, kind: K): statement is Statement & { kind: K } {
  return statement.kind === kind;
}

/** What the statement itself reads, the lists inside of it aside. */
export function readsOf(statement: Statement): readonly AnswerRead[] {
  return valuesOf(statement).flatMap(readsOfValue);
}

/** What a value reads from answers. */
export function readsOfValue(value: Value): readonly AnswerRead[] {
  if (value.kind === "read") return [value.read, ...readsInside(value.read)];
  return partsOf(value).flatMap(readsOfValue);
}

/** What a value that is made of others reads where it has no variable. */
function readsInside({ source, local }: AnswerRead): readonly AnswerRead[] {
  return source.kind === "made" && local === undefined ? readsOfValue(source.value) : [];
}
