import { negated } from "../ir/negated.js";
import type { FunctionIr, IfStatement, LoopStatement, Statement } from "../ir/model.js";
import { completes } from "../ir/completes.js";
import { map, visit } from "../ir/walk.js";
import { withoutNesting } from "./nested-ifs.js";

/** The same function with fewer labels: `if (c) break label; rest` at the end of a block is `if (!c) { rest }`. */
export function simplifyJumps({ reads, body }: FunctionIr): FunctionIr {
  const simpler = map(body, (statement, { list, index }) => {
    switch (statement.kind) {
      case "if":
        return expected(statement, list[index + 1]) ?? [withoutNesting(statement)];
      case "fail":
        return isExpected(list[index - 1]) ? [] : [statement];
      case "loop":
        return [loopOf(statement)];
      case "block":
        return withoutLabel(statement.body, statement.label);
      default:
        return [statement];
    }
  });
  return { reads, body: simpler };
}

/** `if (c) { …, which leaves } throw` as the check that throws unless `c`, before what leaves. */
function expected(statement: IfStatement, next: Statement | undefined): readonly Statement[] | undefined {
  if (next?.kind !== "fail" || !isExpected(statement)) return undefined;
  const { stepId, local, criterion } = next;
  return [{ kind: "expect", stepId, local, criterion, condition: statement.condition }, ...statement.then];
}

function isExpected(before: Statement | undefined): boolean {
  return before?.kind === "if" && !completes(before.then);
}

/** A loop has a label only where something inside of it needs that. */
function loopOf(loop: LoopStatement): LoopStatement {
  const body = withoutLastContinue(loop.body);
  const isNamed = loop.label !== undefined && countJumps(body, loop.label) > 0;
  return { ...loop, label: isNamed ? loop.label : undefined, body };
}

function withoutLabel(inside: readonly Statement[], label: string): readonly Statement[] {
  const last = inside.at(-1);
  // The end of a block is left without a word.
  const body = last?.kind === "break" && last.label === label ? inside.slice(0, -1) : inside;
  const index = body.findIndex((statement) => leaves(statement, label));
  const skip = body[index];
  const jumps = countJumps(body, label);
  if (jumps === 0) return body;
  if (jumps > 1 || skip?.kind !== "if") return [{ kind: "block", label, body }];
  const rest = body.slice(index + 1);
  const skipping: IfStatement = { kind: "if", condition: negated(skip.condition), then: rest };
  return [...body.slice(0, index), ...(rest.length === 0 ? [] : [skipping])];
}

/** `if (…) break label;` */
function leaves(statement: Statement, label: string): boolean {
  if (statement.kind !== "if" || statement.then.length !== 1) return false;
  const [only] = statement.then;
  return only?.kind === "break" && only.label === label;
}

/** How often a label is jumped to. */
export function countJumps(statements: readonly Statement[], label: string): number {
  let count = 0;
  visit(statements, {
    statement: (statement) => {
      if ((statement.kind === "break" || statement.kind === "continue") && statement.label === label) count += 1;
    },
  });
  return count;
}

/** A loop goes on by itself at its end: `if (c) continue; break;` is `if (!c) break;` there, and so is a `return`. */
function withoutLastContinue(body: readonly Statement[]): readonly Statement[] {
  const last = body.at(-1);
  const before = body.at(-2);
  const isLeft = last?.kind === "end" || (last?.kind === "break" && last.label === undefined);
  if (isLeft && before?.kind === "if" && isContinue(before.then)) {
    return [...body.slice(0, -2), { kind: "if", condition: negated(before.condition), then: [last] }];
  }
  return last?.kind === "continue" && last.label === undefined ? body.slice(0, -1) : body;
}

function isContinue([only, ...others]: readonly Statement[]): boolean {
  return only?.kind === "continue" && only.label === undefined && others.length === 0;
}
