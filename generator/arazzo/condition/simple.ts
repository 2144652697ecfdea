import { matchAt } from "../expression/dereference.js";
import type { Expression } from "../expression/expression.js";
import { parseExpression } from "../expression/parse.js";
import { failure, isFailure, shiftFailure, type Failure } from "../failure.js";
import type { Dialect, ReadOperand } from "./state.js";

/**
 * Conditions of type `simple`.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#simple-conditions
 */
export const simpleDialect: Dialect = {
  rules: "simple",
  quotes: "doubled",
  readReference,
  readCall: () => undefined,
};

/**
 * Reads the runtime expression that begins at `start` and ends where white space, an operator, a parenthesis, a quote,
 * a comma or a brace stands outside of brackets. An expression that holds one of these goes in braces: `{$…}`.
 */
export function readReference(text: string, start: number): ReadOperand | Failure {
  if (/^\$[.[]/.test(text.slice(start, start + 2)) || text[start] === "@") {
    return failure("a JSONPath query can only stand in a criterion of `type: jsonpath`", start, endOf(text, start), {
      hint: "Set `type: jsonpath` and `context`, or begin with a runtime expression, such as `$response.body`.",
    });
  }
  const end = endOf(text, start);
  const written = text.slice(start, end);
  const expression = parseExpression(written);
  if (isFailure(expression)) return shiftFailure(expression, start);
  return {
    operand: { kind: "expression", expression: splitIndexes(expression, written), text: written, start, end },
    end,
  };
}

const bracket = /\[\s*(?:[0-9]+|'[^']*(?:''[^']*)*'|"[^"]*(?:""[^"]*)*")\s*\]/y;
const stop = /[\s=<>(),'"{}]|!=|&&|\|\|/y;

function endOf(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && matchAt(stop, text, at) === undefined) {
    at += text[at] === "[" ? (matchAt(bracket, text, at)?.[0].length ?? 1) : 1;
  }
  return at;
}

/**
 * In a condition `[0]` is the index operator, in a JSON Pointer it is a part of a name like any other. After
 * `$response.body#/items[0].id` the author wants an item, so that here the operator wins.
 */
function splitIndexes(expression: Expression, written: string): Expression {
  const hash = written.indexOf("#");
  if (!("pointer" in expression) || hash === -1 || written.slice(0, hash).includes("[")) return expression;
  return { ...expression, pointer: expression.pointer.flatMap(splitToken) };
}

function splitToken(token: string): readonly string[] {
  const [, name, rest] = /^([^[]+)((?:\[[0-9]+\](?:\.[\p{L}\p{N}_-]+)*)+)$/u.exec(token) ?? [];
  return name === undefined || rest === undefined ? [token] : [name, ...(rest.match(/[^[\].]+/g) ?? [])];
}
