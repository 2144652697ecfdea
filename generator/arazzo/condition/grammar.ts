import { isFailure, type Failure } from "../failure.js";
import { deepestNesting, tooDeep } from "../limits.js";
import { combine, toCondition } from "./combine.js";
import type { ParsedCondition } from "./condition.js";
import { readPrimary } from "./primary.js";
import { expected, skipSpace, spanOf, takeOperator, type Dialect, type Node, type State } from "./state.js";
import { strayOperator } from "./stray.js";

/** Reads a condition of operators and operands up to the end of `text`. Precedence is as in C. */
export function parseLogical(text: string, dialect: Dialect): ParsedCondition | Failure {
  const state: State = { text, dialect, at: 0, depth: 0 };
  const node = readOr(state);
  if (isFailure(node)) return node;
  skipSpace(state);
  if (state.at < text.length) return strayOperator(state);
  return toCondition(node, dialect);
}

function readOr(state: State): Node | Failure {
  return readChain(state, "||", "or", readAnd);
}

function readAnd(state: State): Node | Failure {
  return readChain(state, "&&", "and", readEquality);
}

function readChain(
  state: State,
  operator: string,
  kind: "or" | "and",
  readNext: (state: State) => Node | Failure,
): Node | Failure {
  const first = readNext(state);
  if (isFailure(first)) return first;
  const nodes = [first];
  while (takeOperator(state, [operator]) !== undefined) {
    const next = readNext(state);
    if (isFailure(next)) return next;
    nodes.push(next);
  }
  if (nodes.length === 1) return first;
  const operands = nodes
    .map((node) => toCondition(node, state.dialect))
    .flatMap((condition) => (condition.kind === kind ? condition.operands : [condition]));
  const end = Math.max(...nodes.map((node) => spanOf(node).end));
  return { kind: "condition", condition: { kind, operands, start: spanOf(first).start, end } };
}

function readEquality(state: State): Node | Failure {
  return readComparisons(state, ["==", "!="], readRelation);
}

function readRelation(state: State): Node | Failure {
  return readComparisons(state, ["<=", ">=", "<", ">"], readUnary);
}

function readComparisons<O extends "==" | "!=" | "<" | "<=" | ">" | ">=">(
  state: State,
  operators: readonly O[],
  readNext: (state: State) => Node | Failure,
): Node | Failure {
  let left = readNext(state);
  while (!isFailure(left)) {
    const op = takeOperator(state, operators);
    if (op === undefined) return left;
    const right = readNext(state);
    left = isFailure(right) ? right : combine(op, left, right, state.dialect);
  }
  return left;
}

function readUnary(state: State): Node | Failure {
  skipSpace(state);
  const start = state.at;
  if (state.text[start] !== "!" || state.text[start + 1] === "=") return readGroup(state);
  return nested(state, () => {
    state.at += 1;
    const node = readUnary(state);
    if (isFailure(node)) return node;
    const operand = toCondition(node, state.dialect);
    return { kind: "condition", condition: { kind: "not", operand, start, end: operand.end } };
  });
}

function readGroup(state: State): Node | Failure {
  if (state.text[state.at] === "(") return readBetween(state, ")");
  if (state.text[state.at] === "{" && holdsCondition(state)) return readBetween(state, "}");
  return readPrimary(state);
}

function readBetween(state: State, close: ")" | "}"): Node | Failure {
  return nested(state, () => {
    state.at += 1;
    const node = readOr(state);
    if (isFailure(node) || takeOperator(state, [close]) !== undefined) return node;
    return state.at === state.text.length ? expected(state, `\`${close}\``) : strayOperator(state);
  });
}

// An example of 1.0.1 reads `{$statusCode == 401}`: braces around a whole condition, which then merely group.
function holdsCondition({ text, at }: State): boolean {
  const close = text.indexOf("}", at);
  return close !== -1 && /\s(?:[=!]=|[<>]=?|&&|\|\|)\s/.test(text.slice(at, close));
}

function nested(state: State, read: () => Node | Failure): Node | Failure {
  if (state.depth === deepestNesting) return tooDeep(state.text);
  state.depth += 1;
  const node = read();
  state.depth -= 1;
  return node;
}
