import { quoted } from "../../diagnostics.js";
import { failure, type Failure } from "../failure.js";
import { matchAt } from "../expression/dereference.js";
import { expected, skipSpace, type State } from "./state.js";

/** What people write for an operator, how it is written here, or what they can do instead. */
const mistakes: readonly (readonly [pattern: RegExp, operator: string | undefined, hint?: string])[] = [
  [/=~|contains\b|matches\b/iy, undefined, "Use a criterion of `type: regex`."],
  [/=+/y, "=="],
  [/&/y, "&&"],
  [/\|/y, "||"],
  [/and\b/iy, "&&"],
  [/or\b/iy, "||"],
  [/[+*/%-]/y, undefined, "Conditions do not calculate."],
];

/** The failure for what stands where an operator or the end should be. */
export function strayOperator(state: State): Failure {
  skipSpace(state);
  for (const [pattern, meant, way] of mistakes) {
    const found = matchAt(pattern, state.text, state.at);
    if (found !== undefined) {
      const message = `${quoted(found[0])} is no operator of conditions`;
      const hint = meant === undefined ? way : `Write \`${meant}\`.`;
      return failure(message, state.at, state.at + found[0].length, { hint, meant });
    }
  }
  return expected(state, "an operator or the end of the condition");
}
