import { quoted } from "../../diagnostics.js";
import { failure, type Failure } from "../failure.js";
import { matchAt } from "../expression/dereference.js";
import { expected, skipSpace, type State } from "./state.js";

const mistakes: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/=~|contains\b|matches\b/iy, "Use a criterion of `type: regex`."],
  [/=+/y, "Write `==`."],
  [/&/y, "Write `&&`."],
  [/\|/y, "Write `||`."],
  [/and\b/iy, "Write `&&`."],
  [/or\b/iy, "Write `||`."],
  [/[+*/%-]/y, "Conditions do not calculate."],
];

/** The failure for what stands where an operator or the end should be. */
export function strayOperator(state: State): Failure {
  skipSpace(state);
  for (const [pattern, hint] of mistakes) {
    const found = matchAt(pattern, state.text, state.at);
    if (found !== undefined) {
      const message = `${quoted(found[0])} is no operator of conditions`;
      return failure(message, state.at, state.at + found[0].length, { hint });
    }
  }
  return expected(state, "an operator or the end of the condition");
}
