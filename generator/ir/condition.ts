import type { Value } from "./value.js";

/** A question without effects: asking it again gives the same answer until something that it reads is set anew. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly operands: readonly Condition[] }
  | { readonly kind: "not"; readonly operand: Condition }
  | Comparison
  /** Is `true`: of a value that can only be `true` or `false`. */
  | { readonly kind: "flag"; readonly value: Value }
  /** Neither missing nor `false`, `0` or empty. */
  | { readonly kind: "truthy"; readonly value: Value }
  /** A text matches a regular expression; `present` is what has to be there for that. */
  | {
      readonly kind: "match";
      readonly text: Value;
      readonly present: Value | undefined;
      readonly pattern: string;
      readonly flags: string;
    }
  /** Matches a regular expression that is known in full only when the workflow runs. */
  | { readonly kind: "matchText"; readonly value: Value; readonly pattern: Value; readonly flags: string }
  /** One of the items passes. */
  | { readonly kind: "some"; readonly items: Value; readonly local: string; readonly where: Condition }
  /** A JSONPath query selects something. */
  | { readonly kind: "query"; readonly value: Value; readonly query: Value }
  /** The answer is one of the successes that its request expects, or any 2xx where that takes all. */
  | { readonly kind: "ok"; readonly answer: string }
  /** A workflow that was called came to its end. */
  | { readonly kind: "completed"; readonly answer: string }
  /** It did not. */
  | { readonly kind: "failed"; readonly answer: string };

export interface Comparison {
  readonly kind: "compare";
  readonly operator: "===" | "!==" | "<" | "<=" | ">" | ">=";
  readonly left: Value;
  readonly right: Value;
  /**
   * - `exact`: by the operator itself.
   * - `nullish`: by `==` or `!=`, for which what is absent is `null`.
   * - `text`: `sameText`, or `isOneOf` where the text is listed, for which `===` and `!==` are the operators.
   * - `value`: `sameValue`, likewise. It is also what the compiler takes wherever it takes `===` for a slip.
   * - `loosely`: by what `compareLoosely` finds, `exactly`: by what `compareExactly` finds.
   */
  readonly as: "exact" | "nullish" | "text" | "value" | "loosely" | "exactly";
  /** It is a text in the spelling of the document, which lists what the value on the left can be: the compiler knows. */
  readonly isListed?: boolean;
  /** What comes of it, where the types of both sides tell. */
  readonly outcome?: boolean;
}
