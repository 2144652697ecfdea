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
  if (statement.kind === "ensure") return [{ kind: "read", read: statement.read }];
  return collected((note) => withValues(statement, note));
}

/** The values that a value is made of. */
function partsOf(value: Value): readonly Value[] {
  return collected((note) => withParts(value, note));
}

/** All that something is told of which gives another value for each. */
function collected(walk: (note: (value: Value) => Value) => unknown): readonly Value[] {
  const values: Value[] = [];
  walk((value) => {
    values.push(value);
    return value;
  });
  return values;
}

/** The statement with other values in place of those that it is written with, those of its condition aside. */
export function withValues<S extends Statement>(statement: S, change: (value: Value) => Value): S | Statement {
  const fields = fieldsWith(change);
  switch (statement.kind) {
    case "request": {
      const { parameters, headers, wholeQuery, body, follows } = statement;
      return {
        ...statement,
        parameters: parameters.map((group) => ({ ...group, fields: fields(group.fields) })),
        headers: fields(headers),
        follows: follows && { ...follows, url: change(follows.url) },
        wholeQuery: wholeQuery && { ...wholeQuery, value: change(wholeQuery.value) },
        body: body && change(body),
      };
    }
    case "call":
    case "transfer": {
      const { call } = statement;
      const dependencies = call.dependencies && fields(call.dependencies);
      return { ...statement, call: { ...call, inputs: fields(call.inputs), dependencies } };
    }
    case "ask":
    case "wait":
      return { ...statement, known: fields(statement.known) };
    case "end":
    case "gather":
      return { ...statement, fields: fields(statement.fields) };
    case "listen":
      return { ...statement, match: change(statement.match) };
    case "each":
      return { ...statement, items: change(statement.items) };
    case "take":
      return { ...statement, value: change(statement.value) };
    default:
      return statement;
  }
}

/** The value with others in place of those that it is made of. */
export function withParts(value: Value, change: (part: Value) => Value): Value {
  switch (value.kind) {
    case "object":
      return { ...value, fields: fieldsWith(change)(value.fields) };
    case "array":
      return { ...value, items: value.items.map(change) };
    case "template":
      return { ...value, parts: value.parts.map((part) => (typeof part === "string" ? part : change(part))) };
    case "text":
    case "made":
    case "present":
    case "checked":
    case "only":
    case "each":
    case "query":
      return { ...value, value: change(value.value) };
    case "replaced":
      return { ...value, value: change(value.value), by: change(value.by) };
    case "member":
      return { ...value, of: change(value.of) };
    case "paged":
      return { ...value, items: change(value.items), next: value.next && change(value.next) };
    case "or":
      return {
        ...value,
        value: change(value.value),
        otherwise: value.otherwise === "NaN" ? value.otherwise : change(value.otherwise),
      };
    default:
      return value;
  }
}

function fieldsWith(change: (value: Value) => Value): (fields: readonly Field[]) => readonly Field[] {
  return (fields) => fields.map(({ name, value }) => ({ name, value: change(value) }));
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
