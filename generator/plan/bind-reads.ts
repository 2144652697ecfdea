import type { AnswerRead, LetStatement, Statement } from "./model.js";
import { upperFirst } from "./names.js";
import type { WorkflowPlanning } from "./planning.js";
import { innerLists, positionsOf, usesIn, type Position, type Use } from "./reads.js";

/** A declaration to be put before a statement. */
interface Declaration extends Position {
  readonly read: AnswerRead;
}

/**
 * Gives a variable to each value of an answer that is read more than once, that a later step needs, or that is read
 * where the answer cannot be seen: it is then declared outside of the blocks and loops that keep it in.
 */
export function bindReads(body: readonly Statement[], planning: WorkflowPlanning): readonly Statement[] {
  const uses = usesIn(body);
  const binds = positionsOf("bind", body);
  const declarations: Declaration[] = [];
  for (const step of planning.steps) {
    const bind = binds.find(({ statement }) => statement === step.bind);
    if (bind === undefined) continue;
    for (const read of step.reads.values()) {
      const own = uses.filter((use) => use.read === read);
      const outside = own.filter((use) => !sees(use, bind.within));
      if (!wantsVariable(read, own, outside)) continue;
      read.local = planning.scope.take(read.suggestedName, `${step.answer}${upperFirst(read.suggestedName)}`);
      step.bind.reads.push(read);
      if (outside.length === 0) continue;
      read.hoisted = true;
      declarations.push({ read, ...declarationSpot(bind.within, outside) });
    }
  }
  return withDeclarations(body, declarations);
}

function wantsVariable(read: AnswerRead, uses: readonly Use[], outside: readonly Use[]): boolean {
  if (uses.length === 0) return false;
  if (outside.length > 0 || read.needed) return true;
  // An answer that is not judged yet has nothing to be bound, and a status reads well as it is.
  return uses.length > 1 && read.source.kind === "data" && read.source.judged;
}

/** Whether a use stands behind the binding, in the same list of statements or inside of one of them. */
function sees({ within }: Use, bind: readonly Position[]): boolean {
  const home = bind.at(-1);
  const here = within.find(({ list }) => list === home?.list);
  // What is read in the list of the binding before it, as failures are, is read from the answer itself.
  return here !== undefined && home !== undefined && isOfThisPass(here, home);
}

function isOfThisPass(use: Position, bind: Position): boolean {
  const request = bind.list.slice(0, bind.index).findLastIndex(({ kind }) => kind === "request");
  return use.index > request;
}

/** The innermost place that everything sees: before the statement that holds the binding, outside of loops between. */
function declarationSpot(bind: readonly Position[], outside: readonly Use[]): Position {
  const shared = bind.filter(({ list }) => outside.every(({ within }) => within.some((other) => other.list === list)));
  const before = (position: Position): boolean =>
    outside.some(({ within }) => within.some(({ list, index }) => list === position.list && index <= position.index));
  // What is read before it is set was set in an earlier pass of a loop around.
  let depth = shared.length - 1;
  while (depth > 0 && before(shared[depth] ?? { list: [], index: -1 })) depth--;
  const spot = shared[depth] ?? { list: [], index: 0 };
  return spot;
}

function withDeclarations(list: readonly Statement[], declarations: readonly Declaration[]): readonly Statement[] {
  return list.flatMap((statement, index): readonly Statement[] => {
    const here = declarations.filter((declaration) => declaration.list === list && declaration.index === index);
    const declared: readonly LetStatement[] =
      here.length === 0 ? [] : [{ kind: "let", reads: here.map(({ read }) => read) }];
    return [...declared, withInner(statement, declarations)];
  });
}

function withInner(statement: Statement, declarations: readonly Declaration[]): Statement {
  if (innerLists(statement).length === 0) return statement;
  if (statement.kind === "if") return { ...statement, then: withDeclarations(statement.then, declarations) };
  if (statement.kind === "block" || statement.kind === "loop") {
    return { ...statement, body: withDeclarations(statement.body, declarations) };
  }
  if (statement.kind !== "machine") return statement;
  return {
    ...statement,
    cases: statement.cases.map((each) => ({ ...each, body: withDeclarations(each.body, declarations) })),
  };
}
