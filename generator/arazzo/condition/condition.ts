import type { Expression } from "../expression/expression.js";
import type { TemplatePart } from "../expression/template.js";
import type { ComparisonOperator, JsonPathQuery } from "../jsonpath/query.js";

/** Where a part stands in the text of the condition: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How values are compared and tested.
 *
 * - `simple`: text equals text without regard to case, a numeric text counts as a number beside a number, what is
 *   absent is `null`. A test holds for all but `false`, `null`, `0`, the empty text and what is absent.
 * - `predicate`: as in JavaScript with `===`: exact, nothing is converted, but what is absent is `null`. Tests as above.
 * - `rfc9535`: exact, nothing is converted, and what is absent equals only what is absent. A test asks whether the value
 *   exists; `null` and `false` do.
 *
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#condition-evaluation
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.2.2
 */
export type Rules = "simple" | "predicate" | "rfc9535";

/** A condition of any type, as one tree. */
export type ParsedCondition = LogicalCondition | NotCondition | CompareCondition | TestCondition | MatchCondition;

export interface LogicalCondition extends Span {
  readonly kind: "or" | "and";
  /** Two or more, none of them of the same kind. */
  readonly operands: readonly ParsedCondition[];
}

export interface NotCondition extends Span {
  readonly kind: "not";
  readonly operand: ParsedCondition;
}

export interface CompareCondition extends Span {
  readonly kind: "compare";
  readonly op: ComparisonOperator;
  readonly left: Operand;
  readonly right: Operand;
  /** Text is compared without regard to case: so under the rules `simple`, and only there. */
  readonly ignoreCase: boolean;
  readonly rules: Rules;
}

/** An operand for itself: what makes it hold is for `rules` to say. */
export interface TestCondition extends Span {
  readonly kind: "test";
  readonly operand: Operand;
  readonly rules: Rules;
}

/** What only a matcher can decide, of regular expressions or of JSONPath. */
export type MatchCondition = RegexCondition | FilterCondition | JsonPathCondition;

export interface RegexCondition extends Span {
  readonly kind: "regex";
  readonly context: Expression;
  /** As written behind inline flags, and a valid pattern under `flags` where nothing is embedded. */
  readonly pattern: string;
  /** `u` wherever the pattern is valid with it, and `i` where it begins with `(?i)`. */
  readonly flags: string;
  /** The pattern split at its embedded expressions; one text where there are none. */
  readonly parts: readonly TemplatePart[];
}

/**
 * `$.pets[?@.status == 'sold']`: some element of the value at `tokens` passes `where`. An element is an item of an
 * array or a member's value of an object.
 *
 * A filter on the root (`$[?@.status == 'sold']`) is written by people who mean the object itself, the examples of the
 * specification included. `self` says that: it tests the value at `tokens`, and is to be used where that is an object.
 */
export interface FilterCondition extends Span {
  readonly kind: "filter";
  readonly context: Expression;
  readonly tokens: readonly string[];
  readonly query: string;
  /** Its paths with `base: "item"` begin at the element. */
  readonly where: ParsedCondition;
  /** The same of the context itself; absent where the filter is not on the root. */
  readonly self: ParsedCondition | undefined;
}

/** A query that is left to a library: it holds when the query selects at least one value. */
export interface JsonPathCondition extends Span {
  readonly kind: "jsonpath";
  readonly context: Expression;
  readonly query: string;
  /** The query split at its embedded expressions; one text where there are none. */
  readonly parts: readonly TemplatePart[];
  /** Absent where something is embedded. */
  readonly parsed: JsonPathQuery | undefined;
}

export type Operand = ExpressionOperand | LiteralOperand | TemplateOperand | PathOperand | LengthOperand | CountOperand;

/** A runtime expression. */
export interface ExpressionOperand extends Span {
  readonly kind: "expression";
  readonly expression: Expression;
  /** As written, without braces. */
  readonly text: string;
}

export interface LiteralOperand extends Span {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** Text with expressions embedded, each of which becomes text. */
export interface TemplateOperand extends Span {
  readonly kind: "template";
  readonly parts: readonly TemplatePart[];
}

/** The value that a JSONPath leads to by names and indexes alone. */
export interface PathOperand extends Span {
  readonly kind: "path";
  readonly context: Expression;
  /** Whether it begins at the criterion's context, or at the element that a filter tests. */
  readonly base: "context" | "item";
  readonly tokens: readonly string[];
}

/** `length(…)`, `.length`: characters of a text, items of an array, members of an object; absent of anything else. */
export interface LengthOperand extends Span {
  readonly kind: "length";
  readonly of: PathOperand;
}

/**
 * `count(…)`. Of `@.pets[*]` (`each`) it is how many items or members there are. Of `@.pets` alone it is the same for
 * an array, and else 1 for what exists and 0 for what does not: RFC 9535 counts the one array too, but "at least one
 * pet" is how the specification explains its example `$[?count(@.pets) > 0]`.
 */
export interface CountOperand extends Span {
  readonly kind: "count";
  readonly of: PathOperand;
  readonly each: boolean;
}
