import type { Condition, Field, Statement, Value } from "./model.js";

/** A statement by the list that holds it. */
export interface Position {
  readonly list: readonly Statement[];
  readonly index: number;
}

/** What is told of the parts of a function: of each before those inside of it, in the order of the code. */
export interface Visitor {
  /** @param within The statements that it stands in, from the outside in, itself the last. */
  readonly statement?: (statement: Statement, within: readonly Position[]) => void;
  readonly condition?: (condition: Condition) => void;
  readonly value?: (value: Value) => void;
}

/** Visits every statement, condition and value. What a read is made of is in the table of reads. */
export function visit(list: readonly Statement[], visitor: Visitor, outer: readonly Position[] = []): void {
  for (const [index, statement] of list.entries()) {
    const within = [...outer, { list, index }];
    visitor.statement?.(statement, within);
    visitParts(statement, visitor);
    for (const inner of innerLists(statement)) visit(inner, visitor, within);
  }
}

/** Visits the conditions and values of a statement, the lists inside of it aside. */
export function visitParts(statement: Statement, visitor: Visitor): void {
  for (const value of valuesOf(statement)) visitValue(value, visitor);
  if ("condition" in statement && statement.condition !== undefined) visitCondition(statement.condition, visitor);
}

/** Visits a condition, the values that it asks about, and the conditions that it is made of. */
export function visitCondition(condition: Condition, visitor: Visitor): void {
  visitor.condition?.(condition);
  for (const value of comparedIn(condition)) visitValue(value, visitor);
  for (const operand of operandsOf(condition)) visitCondition(operand, visitor);
}

/** Visits a value and those that it is made of. */
export function visitValue(value: Value, visitor: Visitor): void {
  visitor.value?.(value);
  for (const part of partsOf(value)) visitValue(part, visitor);
}

/** Other statements for each one, whose inner lists have been mapped before. */
export function map(
  list: readonly Statement[],
  change: (statement: Statement, at: Position) => readonly Statement[],
): readonly Statement[] {
  return list.flatMap((statement, index) =>
    change(
      withInner(statement, (inner) => map(inner, change)),
      { list, index },
    ),
  );
}

/** The lists of statements inside of a statement. */
export function innerLists(statement: Statement): readonly (readonly Statement[])[] {
  if ("then" in statement) return [statement.then];
  if ("body" in statement && statement.kind !== "request") return [statement.body];
  return statement.kind === "machine" ? statement.cases.map(({ body }) => body) : [];
}

function withInner(statement: Statement, change: (list: readonly Statement[]) => readonly Statement[]): Statement {
  switch (statement.kind) {
    case "if":
    case "again":
      return { ...statement, then: change(statement.then) };
    case "block":
    case "loop":
    case "each":
    case "pages":
      return { ...statement, body: change(statement.body) };
    case "machine":
      return { ...statement, cases: statement.cases.map((each) => ({ ...each, body: change(each.body) })) };
    default:
      return statement;
  }
}

/** The values that a statement itself is written with, those of its condition aside. */
function valuesOf(statement: Statement): readonly Value[] {
  switch (statement.kind) {
    case "request": {
      const { parameters, headers, wholeQuery, body, follows } = statement;
      const groups = [...parameters.flatMap(({ fields }) => fields), ...headers].map(valueOf);
      const whole = [follows?.url, wholeQuery?.value, body].filter((value) => value !== undefined);
      return [...groups, ...whole];
    }
    case "call":
    case "transfer":
      return [...statement.call.inputs, ...(statement.call.dependencies ?? [])].map(valueOf);
    case "ask":
    case "wait":
      return statement.known.map(valueOf);
    case "end":
    case "gather":
      return statement.fields.map(valueOf);
    case "listen":
      return [statement.match];
    case "each":
      return [statement.items];
    case "take":
      return [statement.value];
    case "ensure":
      return [{ kind: "read", read: statement.read }];
    default:
      return [];
  }
}

function valueOf({ value }: Field): Value {
  return value;
}

/** The values that a value is made of. */
function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "object":
      return value.fields.map(valueOf);
    case "array":
      return value.items;
    case "template":
      return value.parts.filter((part) => typeof part !== "string");
    case "text":
    case "made":
    case "present":
    case "checked":
    case "only":
    case "each":
    case "query":
      return [value.value];
    case "replaced":
      return [value.value, value.by];
    case "member":
      return [value.of];
    case "paged":
      return [value.items, ...(value.next ? [value.next] : [])];
    case "or":
      return [value.value, ...(value.otherwise === "NaN" ? [] : [value.otherwise])];
    default:
      return [];
  }
}

function operandsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands;
    case "not":
      return [condition.operand];
    case "some":
      return [condition.where];
    default:
      return [];
  }
}

/** The values that a condition itself asks about. */
function comparedIn(condition: Condition): readonly Value[] {
  switch (condition.kind) {
    case "compare":
      return [condition.left, condition.right];
    case "flag":
    case "truthy":
      return [condition.value];
    case "match":
      return [condition.text, ...(condition.present ? [condition.present] : [])];
    case "matchText":
      return [condition.value, condition.pattern];
    case "some":
      return [condition.items];
    case "query":
      return [condition.value, condition.query];
    default:
      return [];
  }
}
