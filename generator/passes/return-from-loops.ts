import type { FunctionIr, Statement } from "../ir/model.js";
import { innerLists, map } from "../ir/walk.js";

/** The same function, in which a loop that is left in one place for the end of the workflow returns right there. */
export function returnFromLoops({ reads, body }: FunctionIr): FunctionIr {
  return { reads, body: through(body) };
}

function through(body: readonly Statement[]): readonly Statement[] {
  return map(body, (statement, { list, index }) => {
    const [before, next] = [list[index - 1], list[index + 1]];
    if (statement.kind === "end" && onlyExit(before) !== undefined) return [];
    const exit = next?.kind === "end" ? onlyExit(statement) : undefined;
    if (statement.kind !== "loop" || next === undefined || exit === undefined) return [statement];
    const returning = map(statement.body, (inner) => [inner === exit ? next : inner]);
    // What stood before the jump may be a loop that now ends there, too.
    return [{ ...statement, body: through(returning) }];
  });
}

/** The jump that leaves a loop, if it is left in one place. */
function onlyExit(statement: Statement | undefined): Statement | undefined {
  if (statement?.kind !== "loop") return undefined;
  const [only, ...others] = exitsIn(statement.body, statement.label, false);
  return others.length === 0 ? only : undefined;
}

/** @param isInner The statements stand in a loop inside of the one that is left */
function exitsIn(body: readonly Statement[], label: string | undefined, isInner: boolean): readonly Statement[] {
  return body.flatMap((statement) => {
    if (statement.kind === "break")
      return (statement.label === undefined ? !isInner : statement.label === label) ? [statement] : [];
    const isLoop = isInner || statement.kind === "loop" || statement.kind === "machine";
    return innerLists(statement).flatMap((list) => exitsIn(list, label, isLoop));
  });
}
