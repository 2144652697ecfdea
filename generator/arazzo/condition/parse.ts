import { quoted } from "../../diagnostics.js";
import { parseExpression } from "../expression/parse.js";
import { failure, isFailure, type Failure } from "../failure.js";
import { tooLong } from "../limits.js";
import type { ParsedCondition } from "./condition.js";
import { parseLogical } from "./grammar.js";
import { parseJsonPathCondition } from "./jsonpath.js";
import { parseRegexCondition } from "./regex.js";
import { simpleDialect } from "./simple.js";
import { slowRegex, type SlowPart } from "./slow-pattern.js";

/** What is read of a criterion; the Criterion Object has it, and more. */
export interface CriterionText {
  readonly condition: string;
  readonly context?: string | undefined;
  readonly type?: string | { readonly type: string; readonly version: string } | undefined;
}

/** A condition that was read, and what is worth saying of it. */
export interface ConditionText {
  readonly kind: "condition";
  readonly condition: ParsedCondition;
  /** `predicate`: the type is `jsonpath`, but no query was written; worth a note `jsonpath-predicate`. */
  readonly dialect: "simple" | "regex" | "jsonpath" | "predicate";
  /** Finds a regular expression in it that can take for ever to match; worth a warning `slow-pattern`. */
  readonly slow: SlowPart;
}

/** Why a criterion could not be read; offsets are offsets into the text of `field`. */
export interface CriterionFailure extends Failure {
  readonly field: "condition" | "context" | "type";
}

/**
 * Reads the condition of a criterion, whatever its type, to one tree.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#criterion-object
 */
export function parseCondition(criterion: CriterionText): ConditionText | CriterionFailure {
  const text = criterion.condition;
  const long = tooLong(text, "the condition");
  if (long !== undefined) return inField("condition", long);
  const type = typeof criterion.type === "object" ? criterion.type.type : (criterion.type ?? "simple");
  const version = typeof criterion.type === "object" ? criterion.type.version : undefined;
  if (type === "simple") {
    const condition = parseLogical(text, simpleDialect);
    return isFailure(condition) ? inField("condition", condition) : parsed(condition, "simple");
  }
  if (type !== "regex" && (type !== "jsonpath" || (version !== undefined && version !== "rfc9535"))) {
    const named = version ?? type;
    return inField("type", failure(`${quoted(named)} is not supported`, 0, named.length, { unsupported: true }));
  }
  if (criterion.context === undefined) {
    return inField("context", failure(`a condition of type \`${type}\` needs a \`context\``, 0, 0));
  }
  const context = parseExpression(criterion.context);
  if (isFailure(context)) return inField("context", context);
  if (type === "regex") {
    const condition = parseRegexCondition(text, context);
    if (isFailure(condition)) return inField("condition", condition);
    return parsed(condition, "regex", slowRegex(condition.pattern, condition.flags, condition.parts));
  }
  const reading = parseJsonPathCondition(text, context);
  return isFailure(reading) ? inField("condition", reading) : parsed(reading.condition, reading.dialect, reading.slow);
}

function parsed(
  condition: ParsedCondition,
  dialect: ConditionText["dialect"],
  slow: SlowPart = () => undefined,
): ConditionText {
  return { kind: "condition", condition, dialect, slow };
}

function inField(field: CriterionFailure["field"], found: Failure): CriterionFailure {
  return { ...found, field };
}
