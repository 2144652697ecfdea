import type { Condition, Statement } from "../ir/model.js";
import { innerLists, usesIn } from "../ir/reads.js";

/** The same statements without those that do nothing, and without variables for outcomes that nothing looks at. */
export function tidied(body: readonly Statement[]): readonly Statement[] {
  const kept = withoutEmpty(body);
  const asked = new Set([...answersAsked(kept), ...usesIn(kept).map(({ read }) => read.answer), ...answersBound(kept)]);
  return withoutUnasked(kept, asked);
}

function withoutEmpty(list: readonly Statement[]): readonly Statement[] {
  return list.flatMap((statement): readonly Statement[] => {
    const inside = withInner(statement, withoutEmpty);
    const isEmpty =
      (inside.kind === "bind" && inside.reads.length === 0) || (inside.kind === "if" && inside.then.length === 0);
    return isEmpty ? [] : [inside];
  });
}

function withoutUnasked(list: readonly Statement[], asked: ReadonlySet<string>): readonly Statement[] {
  return list.map((statement): Statement => {
    if (statement.kind !== "call") return withInner(statement, (inner) => withoutUnasked(inner, asked));
    const { local } = statement;
    return local === undefined || asked.has(local) ? statement : { ...statement, local: undefined };
  });
}

/** The statement with the lists inside of it changed. */
export function withInner(
  statement: Statement,
  change: (list: readonly Statement[]) => readonly Statement[],
): Statement {
  switch (statement.kind) {
    case "if":
      return { ...statement, then: change(statement.then) };
    case "block":
    case "loop":
      return { ...statement, body: change(statement.body) };
    case "machine":
      return { ...statement, cases: statement.cases.map((each) => ({ ...each, body: change(each.body) })) };
    default:
      return statement;
  }
}

/** The answers that statements themselves ask about, beside those that they read values of. */
function answersAsked(list: readonly Statement[]): readonly string[] {
  return list.flatMap((statement): readonly string[] => {
    const inner = innerLists(statement).flatMap(answersAsked);
    switch (statement.kind) {
      case "completed":
        return [statement.local];
      case "if":
      case "require":
        return [...answersIn(statement.condition), ...inner];
      default:
        return inner;
    }
  });
}

function answersIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap(answersIn);
    case "not":
      return answersIn(condition.operand);
    case "ok":
    case "completed":
    case "failed":
    case "again":
      return [condition.answer];
    default:
      return [];
  }
}

function answersBound(list: readonly Statement[]): readonly string[] {
  return list.flatMap((statement) => [
    ...(statement.kind === "bind" ? statement.reads.map(({ answer }) => answer) : []),
    ...innerLists(statement).flatMap(answersBound),
  ]);
}
