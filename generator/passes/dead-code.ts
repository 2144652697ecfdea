import type { AnswerRead, FunctionIr, LoopStatement, RetrySetup, Statement } from "../ir/model.js";
import { usesIn, readWith } from "../ir/reads.js";
import { map, visit } from "../ir/walk.js";

/** The same function without statements that do nothing, and without variables for outcomes that nothing looks at. */
export function withoutDeadCode({ reads, body }: FunctionIr): FunctionIr {
  const kept = map(body, (statement) => (isEmpty(statement) ? [] : [statement]));
  const asked = answersAsked({ reads, body: kept });
  const repeated = declaredAgain(kept);
  const called = map(kept, (statement, { list, index }) => {
    if (statement.kind === "loop" && statement.before?.kind === "retry" && !isRetried(statement.body)) {
      return [withoutRetry(statement, statement.before)];
    }
    if (statement.kind !== "call" && statement.kind !== "request") return [statement];
    const { local } = statement;
    // What a step that also runs before another one's retry answers there is for that place only.
    const isAsked =
      local === undefined ||
      (repeated.has(local) ? answersAsked({ reads, body: list.slice(index + 1) }) : asked).has(local);
    return [isAsked ? statement : { ...statement, local: undefined }];
  });
  return { reads, body: called };
}

/** The variables of answers that are declared in more than one place. */
function declaredAgain(body: readonly Statement[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  visit(body, {
    statement: (statement) => {
      if ((statement.kind !== "call" && statement.kind !== "request") || statement.local === undefined) return;
      (once.has(statement.local) ? again : once).add(statement.local);
    },
  });
  return again;
}

/** The same loop, in which the step's own poll, if it has one, makes its attempts. */
function withoutRetry(loop: LoopStatement, { local, polling }: RetrySetup): LoopStatement {
  const body = map(loop.body, (statement) => {
    return [
      statement.kind === "request" && statement.attempts === local ? { ...statement, attempts: polling } : statement,
    ];
  });
  return { ...loop, before: undefined, body };
}

/** Whether something counts the retries of a step. */
function isRetried(body: readonly Statement[]): boolean {
  let found = false;
  visit(body, {
    statement: ({ kind }) => {
      found ||= kind === "again";
    },
  });
  return found;
}

function isEmpty(statement: Statement): boolean {
  return (
    (statement.kind === "bind" && statement.reads.length === 0) ||
    (statement.kind === "if" && statement.then.length === 0)
  );
}

/** Whether a value is read off an answer, and not made of other values. */
function isOfAnswer({ source }: AnswerRead): boolean {
  return source.kind !== "made";
}

/** The variables of the answers that something looks at. */
function answersAsked(ir: FunctionIr): ReadonlySet<string> {
  // What has a variable of its own looks at the answer only where that is bound.
  const unbound = usesIn(ir).filter(({ read }) => read.local === undefined && isOfAnswer(read));
  const asked = new Set(unbound.map(({ read }) => read.answer));
  visit(ir.body, {
    statement: (statement) => {
      if (statement.kind === "completed" || statement.kind === "expect" || statement.kind === "fail")
        asked.add(statement.local);
      if (statement.kind === "again") asked.add(statement.answer);
      if (statement.kind === "ensure") asked.add(readWith(statement.read, ir.reads).answer);
      if (statement.kind !== "bind") return;
      const bound = statement.reads.map((id) => readWith(id, ir.reads));
      for (const read of bound.filter(isOfAnswer)) asked.add(read.answer);
    },
    condition: (condition) => {
      if ("answer" in condition) asked.add(condition.answer);
    },
  });
  return asked;
}
