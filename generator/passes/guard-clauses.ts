import { completes } from "../ir/completes.js";
import { negated } from "../ir/negated.js";
import type { FunctionIr, Statement } from "../ir/model.js";
import { innerLists, map } from "../ir/walk.js";
import { countJumps } from "./simplify-jumps.js";

/**
 * The same function, in which what follows a block stands at the one place that leaves the block for it, and a loop
 * asks first what ends it: `if (!done) { … } break;` is `if (done) break; …` there.
 */
export function guardClauses({ reads, body }: FunctionIr): FunctionIr {
  return { reads, body: inPlace(map(body, (statement) => [inLists(statement)])) };
}

/** The lists inside of a statement, each as a whole. */
function inLists(statement: Statement): Statement {
  switch (statement.kind) {
    case "if":
    case "again":
      return { ...statement, then: inPlace(statement.then) };
    case "block":
    case "each":
    case "pages":
      return { ...statement, body: inPlace(statement.body) };
    case "loop":
      return { ...statement, body: doneFirst(inPlace(statement.body)) };
    case "machine":
      return { ...statement, cases: statement.cases.map((each) => ({ ...each, body: inPlace(each.body) })) };
    default:
      return statement;
  }
}

function inPlace(list: readonly Statement[]): readonly Statement[] {
  const index = list.findLastIndex((statement, at) => isLeftOnceFor(statement, list.slice(at + 1)));
  const block = list[index];
  if (block?.kind !== "block") return list;
  const rest = list.slice(index + 1);
  const body = map(block.body, (statement) =>
    statement.kind === "break" && statement.label === block.label ? rest : [statement],
  );
  return inPlace([...list.slice(0, index), ...body]);
}

/** Whether a block is left in one place for what follows it, which means the same there. */
function isLeftOnceFor(statement: Statement, rest: readonly Statement[]): boolean {
  if (statement.kind !== "block" || rest.length === 0 || completes(rest) || leavesLoop(rest)) return false;
  return !completes(statement.body) && countJumps(statement.body, statement.label) === 1;
}

/** Whether a jump without a label leaves the list for the loop around it. */
function leavesLoop(list: readonly Statement[]): boolean {
  return list.some((statement) => {
    if (statement.kind === "break" || statement.kind === "continue") return statement.label === undefined;
    return statement.kind !== "loop" && innerLists(statement).some(leavesLoop);
  });
}

/** `if (c) { … throw }` before a few statements that leave the loop as `if (!c)` with these, before what it held. */
function doneFirst(body: readonly Statement[]): readonly Statement[] {
  const index = body.findIndex((statement) => statement.kind === "if" && statement.then.at(-1)?.kind === "fail");
  const failed = body[index];
  const done = body.slice(index + 1);
  if (failed?.kind !== "if" || completes(done) || !done.every(isShort)) return body;
  return [...body.slice(0, index), { kind: "if", condition: negated(failed.condition), then: done }, ...failed.then];
}

function isShort(statement: Statement): boolean {
  if (statement.kind === "if") return statement.then.every(isShort);
  return ["bind", "expect", "end", "break", "continue"].includes(statement.kind);
}
