import type { EndStatement, FunctionIr, LoopStatement, Statement } from "../ir/model.js";
import { innerLists, map } from "../ir/walk.js";

/** The same function, in which a loop that is left in one place for the end of the workflow returns right there. */
export function returnFromLoops({ reads, body }: FunctionIr): FunctionIr {
  return { reads, body: through(body) };
}

function through(body: readonly Statement[]): readonly Statement[] {
  return map(body, (statement, { list, index }) => {
    const next = list[index + 1];
    if (statement.kind === "loop" && next?.kind === "end" && isLeftOnce(statement))
      return [withReturn(statement, next)];
    const before = list[index - 1];
    return statement.kind === "end" && before?.kind === "loop" && isLeftOnce(before) ? [] : [statement];
  });
}

function isLeftOnce({ body, label }: LoopStatement): boolean {
  return countExits(body, label, false) === 1;
}

/** @param isInner The statements stand in a loop inside of the one that is meant */
function countExits(body: readonly Statement[], label: string | undefined, isInner: boolean): number {
  return body.reduce((count, statement) => {
    const inside = isInner || statement.kind === "loop" || statement.kind === "machine";
    const inner = innerLists(statement).reduce((sum, list) => sum + countExits(list, label, inside), 0);
    return count + inner + (isExit(statement, label, isInner) ? 1 : 0);
  }, 0);
}

function isExit(statement: Statement, label: string | undefined, isInner: boolean): boolean {
  if (statement.kind !== "break") return false;
  return statement.label === undefined ? !isInner : statement.label === label;
}

function withReturn(loop: LoopStatement, end: EndStatement): LoopStatement {
  const body = map(loop.body, (statement, { list }) => {
    return isExit(statement, loop.label, !isDirect(list, loop.body)) ? [end] : [statement];
  });
  // What stood before the jump may be a loop that now ends there, too.
  return { ...loop, body: through(body) };
}

/** Whether a list stands in another one with no loop between. */
function isDirect(list: readonly Statement[], body: readonly Statement[]): boolean {
  if (list === body) return true;
  return body.some((statement) => {
    if (statement.kind === "loop" || statement.kind === "machine") return false;
    return innerLists(statement).some((inner) => isDirect(list, inner));
  });
}
