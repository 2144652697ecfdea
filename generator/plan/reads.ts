import type { AnswerRead, Condition, Statement, Value } from "./model.js";

/** A reading of an answer's value, and the statements that it stands in, from the outside in. */
export interface Use {
  readonly read: AnswerRead;
  readonly within: readonly Position[];
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
    const own = readsOf(statement).map((read) => ({ read, within }));
    return [...own, ...innerLists(statement).flatMap((inner) => usesIn(inner, within))];
  });
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
function readsOf(statement: Statement): readonly AnswerRead[] {
  switch (statement.kind) {
    case "request": {
      const groups = statement.parameters.flatMap((group) => group.fields.map((field) => field.value));
      return [...groups, ...(statement.body ? [statement.body] : [])].flatMap(readsOfValue);
    }
    case "expect":
    case "if":
      return readsOfCondition(statement.condition);
    case "end":
      return statement.fields.flatMap((field) => readsOfValue(field.value));
    case "wait":
      return statement.known.flatMap((field) => readsOfValue(field.value));
    default:
      return [];
  }
}

function readsOfValue(value: Value): readonly AnswerRead[] {
  switch (value.kind) {
    case "read":
      return [value.read];
    case "object":
      return value.fields.flatMap((field) => readsOfValue(field.value));
    case "array":
      return value.items.flatMap(readsOfValue);
    case "template":
      return value.parts.flatMap((part) => (typeof part === "string" ? [] : readsOfValue(part)));
    case "text":
      return readsOfValue(value.value);
    default:
      return [];
  }
}

function readsOfCondition(condition: Condition): readonly AnswerRead[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap(readsOfCondition);
    case "not":
      return readsOfCondition(condition.operand);
    case "compare":
      return [...readsOfValue(condition.left), ...readsOfValue(condition.right)];
    case "truthy":
      return readsOfValue(condition.value);
    default:
      return [];
  }
}
