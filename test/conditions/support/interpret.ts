import type { ParsedCondition, Expression, FilterCondition, Operand, Rules } from "../../../generator/arazzo/index.js";
import { query } from "json-p3";

/** What a condition is asked of. */
export interface World {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Asks a condition by nothing but its tree and the rules that it names: an interpreter written for clarity, to hold the
 * generated code to.
 */
export function holds(condition: ParsedCondition, world: World, item?: unknown): boolean {
  switch (condition.kind) {
    case "and":
      return condition.operands.every((operand) => holds(operand, world, item));
    case "or":
      return condition.operands.some((operand) => holds(operand, world, item));
    case "not":
      return !holds(condition.operand, world, item);
    case "compare": {
      const left = valueOf(condition.left, world, item);
      const right = valueOf(condition.right, world, item);
      return compares(condition.op, left, right, condition.rules);
    }
    case "test": {
      const value = valueOf(condition.operand, world, item);
      return condition.rules === "rfc9535" ? value !== undefined : Boolean(value);
    }
    case "regex": {
      const value = read(condition.context, world);
      return !isMissing(value) && new RegExp(condition.pattern, condition.flags).test(textOf(value));
    }
    case "filter":
      return passes(condition, world);
    case "jsonpath": {
      const value = read(condition.context, world);
      return !isMissing(value) && query(condition.query, JSON.parse(JSON.stringify(value))).nodes.length > 0;
    }
  }
}

function passes({ context, tokens, where, self }: FilterCondition, world: World): boolean {
  const value = inside(read(context, world), tokens);
  if (isMissing(value)) return false;
  if (Array.isArray(value)) return value.some((item) => holds(where, world, item));
  if (self !== undefined) return holds(self, world);
  return typeof value === "object" && Object.values(Object(value)).some((item) => holds(where, world, item));
}

function valueOf(operand: Operand, world: World, item: unknown): unknown {
  switch (operand.kind) {
    case "literal":
      return operand.value;
    case "expression":
      return read(operand.expression, world);
    case "template":
      return operand.parts
        .map((part) => (part.kind === "text" ? part.text : textOf(read(part.expression, world))))
        .join("");
    case "path":
      return inside(operand.base === "item" ? item : read(operand.context, world), operand.tokens);
    case "length":
      return lengthOf(valueOf(operand.of, world, item));
    case "count": {
      const value = valueOf(operand.of, world, item);
      if (Array.isArray(value)) return value.length;
      if (!operand.each) return value === undefined ? 0 : 1;
      return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
    }
  }
}

function read(expression: Expression, { status, headers, body, inputs }: World): unknown {
  switch (expression.kind) {
    case "statusCode":
      return status;
    case "header":
      return headers[expression.name.toLowerCase()];
    case "body":
      return inside(body, expression.pointer);
    case "inputs":
      return inside(inputs, [...expression.path, ...expression.pointer]);
    default:
      throw new Error(`not a part of this world: ${expression.kind}`);
  }
}

function inside(value: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce<unknown>((here, token) => {
    return typeof here === "object" && here !== null && Object.hasOwn(here, token)
      ? Reflect.get(here, token)
      : undefined;
  }, value);
}

function compares(op: string, left: unknown, right: unknown, rules: Rules): boolean {
  switch (op) {
    case "==":
      return equals(left, right, rules);
    case "!=":
      return !equals(left, right, rules);
    case "<":
      return isLess(left, right, rules);
    case ">":
      return isLess(right, left, rules);
    case "<=":
      return isAtMost(left, right, rules);
    default:
      return isAtMost(right, left, rules);
  }
}

function equals(left: unknown, right: unknown, rules: Rules): boolean {
  if (rules !== "rfc9535" && (isMissing(left) || isMissing(right))) return isMissing(left) && isMissing(right);
  if (rules === "simple") {
    const numbers = numbersOf(left, right);
    if (numbers !== undefined && (typeof left === "number" || typeof right === "number"))
      return numbers[0] === numbers[1];
    if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
  }
  return JSON.stringify(left) === JSON.stringify(right);
}

function isLess(left: unknown, right: unknown, rules: Rules): boolean {
  if (rules === "simple") {
    const numbers = numbersOf(left, right);
    if (numbers !== undefined) return numbers[0] < numbers[1];
    if (typeof left === "string" && typeof right === "string") return left.toLowerCase() < right.toLowerCase();
    return false;
  }
  if (typeof left === "number" && typeof right === "number") return left < right;
  return typeof left === "string" && typeof right === "string" && left < right;
}

function isAtMost(left: unknown, right: unknown, rules: Rules): boolean {
  // Predicates are ordered as in RFC 9535, too: what is not there is at most what is not there.
  if (rules !== "simple") return isLess(left, right, rules) || equals(left, right, "rfc9535");
  const comparable = isLess(left, right, rules) || isLess(right, left, rules);
  // Of two that have an order, neither being less makes them equal: `5.0` and `5` as numbers.
  return isLess(left, right, rules) || (!comparable && haveOrder(left, right, rules));
}

function haveOrder(left: unknown, right: unknown, rules: Rules): boolean {
  if (rules === "simple" && numbersOf(left, right) !== undefined) return true;
  return typeof left === typeof right && ["number", "string"].includes(typeof left);
}

function numbersOf(left: unknown, right: unknown): readonly [number, number] | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string") return Array.from(value).length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

function textOf(value: unknown): string {
  if (isMissing(value)) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
