import type { AnswerRead, BindStatement, FunctionIr, ReadId, Reads, Value } from "./model.js";
import { visit, visitParts, visitValue, type Position } from "./walk.js";

/** A reading of an answer's value, and the statements that it stands in, from the outside in. */
export interface Use {
  readonly read: AnswerRead;
  readonly within: readonly Position[];
  /** It is made of values that are bound in the same statement, and bound itself behind them. */
  readonly behind: boolean;
}

/**
 * Every reading of an answer's value, as often as the code would write it.
 * @param boundIn What a statement binds, where that is not settled yet
 */
export function usesIn(
  { reads, body }: FunctionIr,
  boundIn: (bind: BindStatement) => readonly ReadId[] = (bind) => bind.reads,
): readonly Use[] {
  const uses: Use[] = [];
  visit(body, {
    statement: (statement, within) => {
      const use = (value: Value, behind: boolean): void => {
        for (const read of readsIn(value, reads)) uses.push({ read, within, behind });
      };
      visitParts(statement, { value: (value) => value.kind === "read" && use(value, false) });
      if (statement.kind !== "bind") return;
      // What was sent comes first, and of it nothing that is bound here.
      for (const { source } of boundIn(statement).map((id) => readWith(id, reads))) {
        if (source.kind === "made") visitValue(source.value, { value: (part) => use(part, !source.sent) });
      }
    },
  });
  return uses;
}

/**
 * Whether a use stands behind a statement, in the same list of statements or inside of one of them.
 * @param site The statement, and those that it stands in
 */
export function isBehind({ within, behind }: Pick<Use, "within" | "behind">, site: readonly Position[]): boolean {
  const home = site.at(-1);
  const here = within.find(({ list }) => list === home?.list);
  return here !== undefined && home !== undefined && (here.index > home.index || (here.index === home.index && behind));
}

/** @throws RangeError for an id that is not in the table, which no document can bring about. */
export function readWith(id: ReadId, reads: Reads): AnswerRead {
  const read = reads.get(id);
  if (read === undefined) throw new RangeError(`there is no read ${id}`);
  return read;
}

/** What a value reads from answers, and what that is made of where it has no variable. */
export function readsOfValue(value: Value, reads: Reads): readonly AnswerRead[] {
  const found: AnswerRead[] = [];
  visitValue(value, { value: (part) => found.push(...readsIn(part, reads)) });
  return found;
}

function readsIn(value: Value, reads: Reads): readonly AnswerRead[] {
  if (value.kind !== "read") return [];
  const read = readWith(value.read, reads);
  const { source, local } = read;
  return source.kind === "made" && local === undefined ? [read, ...readsOfValue(source.value, reads)] : [read];
}
