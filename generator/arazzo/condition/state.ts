import { failure, type Failure } from "../failure.js";
import type { ParsedCondition, Operand, Rules } from "./condition.js";

/** An operand that was read, and where reading goes on. */
export interface ReadOperand {
  readonly operand: Operand;
  readonly end: number;
}

/** What differs between the languages that share operators and literals. */
export interface Dialect {
  readonly rules: Rules;
  /** How a quote is written inside of quotes. */
  readonly quotes: "doubled" | "escaped";
  /** Reads what begins with `$` or `@` at `at`. */
  readonly readReference: (text: string, at: number) => ReadOperand | Failure;
  /** Reads a call of the function `name`, whose `(` stands at `open`; `undefined` where there is no such function. */
  readonly readCall: (name: string, text: string, start: number, open: number) => ReadOperand | Failure | undefined;
}

/** Where a parser stands in a condition. */
export interface State {
  readonly text: string;
  readonly dialect: Dialect;
  at: number;
  /** How many brackets and `!` are open around it. */
  depth: number;
}

/** What stands on a side of an operator: a value, or something that is true or false by now. */
export type Node =
  | { readonly kind: "operand"; readonly operand: Operand }
  | { readonly kind: "condition"; readonly condition: ParsedCondition };

export function skipSpace(state: State): void {
  while (/\s/.test(state.text.charAt(state.at))) state.at += 1;
}

/** Takes the first of the operators that stands next, white space aside. Longer ones have to come first. */
export function takeOperator<O extends string>(state: State, operators: readonly O[]): O | undefined {
  skipSpace(state);
  const found = operators.find((operator) => state.text.startsWith(operator, state.at));
  if (found !== undefined) state.at += found.length;
  return found;
}

/** A failure at the next character, or at the end of the text. */
export function expected(state: State, what: string, hint?: string): Failure {
  skipSpace(state);
  const end = Math.min(state.at + 1, state.text.length);
  return failure(`expected ${what}`, state.at, end, { hint });
}

export function spanOf(node: Node): { readonly start: number; readonly end: number } {
  return node.kind === "operand" ? node.operand : node.condition;
}
