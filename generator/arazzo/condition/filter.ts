import type { Expression } from "../expression/expression.js";
import { singularTokens, type Comparable, type Filter, type FilterPath, type FunctionCall } from "../jsonpath/query.js";
import type { CompareCondition, ParsedCondition, CountOperand, Operand, PathOperand, Span } from "./condition.js";
import type { Embedding } from "./embedding.js";

/** What a filter is translated with. */
export interface FilterScope {
  readonly context: Expression;
  /** Where `@` begins. */
  readonly base: PathOperand["base"];
  readonly embedding: Embedding;
  /** Where a part stands in the text of the condition, by its offset in the parsed query. */
  readonly spanAt: (offset: number) => Span;
}

/** The filter as a condition; `undefined` where it asks for more than the tree can say. */
export function translateFilter(filter: Filter, scope: FilterScope): ParsedCondition | undefined {
  switch (filter.kind) {
    case "or":
    case "and": {
      const operands = filter.operands
        .map((operand) => translateFilter(operand, scope))
        .filter((each) => each !== undefined);
      const first = operands.at(0);
      const last = operands.at(-1);
      if (operands.length < filter.operands.length || first === undefined || last === undefined) return undefined;
      return { kind: filter.kind, operands, start: first.start, end: last.end };
    }
    case "not": {
      const operand = translateFilter(filter.operand, scope);
      if (operand === undefined) return undefined;
      return { kind: "not", operand, start: scope.spanAt(filter.start).start, end: operand.end };
    }
    case "compare": {
      const left = translateComparable(filter.left, scope);
      const right = translateComparable(filter.right, scope);
      return left === undefined || right === undefined ? undefined : compareExactly(left, filter.op, right);
    }
    case "exists":
      return translateExistence(filter.path, scope);
    case "call":
      return undefined;
  }
}

/** That a query selects anything. */
export function translateExistence(path: FilterPath, scope: FilterScope): ParsedCondition | undefined {
  const operand = translatePath(path, scope);
  if (operand === undefined) {
    const count = countOf(path, scope, scope.spanAt(path.start));
    return count && compareExactly(count, ">", { kind: "literal", value: 0, start: count.start, end: count.end });
  }
  return { kind: "test", operand, rules: "rfc9535", start: operand.start, end: operand.end };
}

function compareExactly(left: Operand, op: CompareCondition["op"], right: Operand): CompareCondition {
  return { kind: "compare", op, left, right, ignoreCase: false, rules: "rfc9535", start: left.start, end: right.end };
}

function translateComparable(side: Comparable, scope: FilterScope): Operand | undefined {
  const span = scope.spanAt(side.start);
  if (side.kind === "path") return translatePath(side, scope);
  if (side.kind === "call") return translateCall(side, span, scope);
  if (typeof side.value !== "string" || !scope.embedding.holds(side.value)) {
    return { kind: "literal", value: side.value, ...span };
  }
  const { parts, bare } = scope.embedding.restore(side.value);
  const [first] = parts;
  if (!bare || first?.kind !== "expression") return { kind: "template", parts, ...span };
  return { kind: "expression", expression: first.expression, text: first.text, ...span };
}

function translatePath(path: FilterPath, scope: FilterScope): PathOperand | undefined {
  const tokens = singularTokens(path.query);
  if (tokens === undefined || tokens.some(scope.embedding.holds)) return undefined;
  const base = path.from === "root" ? "context" : scope.base;
  return { kind: "path", context: scope.context, base, tokens, ...scope.spanAt(path.start) };
}

function translateCall(call: FunctionCall, span: Span, scope: FilterScope): Operand | undefined {
  const [argument] = call.arguments;
  if (argument?.kind !== "path") return undefined;
  const of = translatePath(argument, scope);
  if (call.name === "length") return of && { kind: "length", of, ...span };
  if (call.name === "value") return of;
  if (call.name !== "count") return undefined;
  return of === undefined ? countOf(argument, scope, span) : { kind: "count", of, each: false, ...span };
}

/** How many values a query selects that ends in `*` and is singular before. */
function countOf(path: FilterPath, scope: FilterScope, span: Span): CountOperand | undefined {
  const segments = path.query.segments;
  const last = segments.at(-1);
  if (last === undefined || last.descendant || last.selectors.length !== 1) return undefined;
  if (last.selectors[0]?.kind !== "wildcard") return undefined;
  const of = translatePath({ ...path, query: { segments: segments.slice(0, -1) } }, scope);
  return of && { kind: "count", of, each: true, ...span };
}
