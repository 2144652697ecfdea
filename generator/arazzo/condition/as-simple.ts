import { formatExpression } from "../expression/format.js";
import { isFailure } from "../failure.js";
import type {
  CompareCondition,
  ParsedCondition,
  CountOperand,
  LengthOperand,
  Operand,
  PathOperand,
} from "./condition.js";
import { parseCondition } from "./parse.js";

/** The condition in words of type `simple`; `undefined` where these cannot say it. */
export function asSimple(condition: ParsedCondition): string | undefined {
  const text = textOf(condition, false);
  return text === undefined || isFailure(parseCondition({ condition: text })) ? undefined : text;
}

/** In what a condition asks for something else once it is one of type `simple`, each as the end of "except that it …". */
export function otherwiseInSimple(condition: ParsedCondition): readonly string[] {
  return [...new Set(differencesIn(condition))];
}

function differencesIn(condition: ParsedCondition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap(differencesIn);
    case "not":
      return differencesIn(condition.operand);
    case "compare":
      return differencesOf(condition);
    default:
      return [];
  }
}

function differencesOf({ left, right, op }: CompareCondition): readonly string[] {
  if (left.kind === "length" || left.kind === "count") {
    // Nothing is more than a length that is missing, and every number is another one.
    const isSame = left.kind === "count" || op === ">" || op === ">=";
    const asked = left.kind === "length" ? ["asks a list only"] : [];
    return isSame ? asked : [...asked, "takes a list that is missing for an empty one"];
  }
  const texts = [left, right].filter((side) => side.kind === "literal" && typeof side.value === "string");
  const hasLetters = (side: Operand): boolean => side.kind !== "literal" || /\p{L}/u.test(String(side.value));
  const isText = texts.length > 0 || (left.kind !== "literal" && right.kind !== "literal");
  return isText && (texts.length === 0 ? [left, right] : texts).some(hasLetters)
    ? ["takes capitals and small letters for the same"]
    : [];
}

function textOf(condition: ParsedCondition, inside: boolean): string | undefined {
  switch (condition.kind) {
    case "and":
    case "or": {
      const operands = condition.operands.map((operand) => textOf(operand, true));
      if (!operands.every((operand) => operand !== undefined)) return undefined;
      const text = operands.join(condition.kind === "and" ? " && " : " || ");
      return inside ? `(${text})` : text;
    }
    case "not": {
      const operand = textOf(condition.operand, true);
      return operand === undefined ? undefined : `!${operand.startsWith("(") ? operand : `(${operand})`}`;
    }
    case "compare":
      return comparison(condition);
    case "test":
      return operandText(condition.operand);
    default:
      return undefined;
  }
}

function comparison({ left, right, op }: CompareCondition): string | undefined {
  if (left.kind === "length" || left.kind === "count") return isAny(left, op, right);
  const [a, b] = [operandText(left), operandText(right)];
  return a === undefined || b === undefined ? undefined : `${a} ${op} ${b}`;
}

/** That a list has an entry or none, which is all that `simple` can ask of a length. */
function isAny({ of }: LengthOperand | CountOperand, op: CompareCondition["op"], right: Operand): string | undefined {
  const asked = right.kind === "literal" ? `${op} ${String(right.value)}` : "";
  const first = operandText({ ...of, tokens: [...of.tokens, "0"] });
  if (first === undefined) return undefined;
  if (["> 0", ">= 1", "!= 0"].includes(asked)) return `${first} != null`;
  return ["== 0", "< 1", "<= 0"].includes(asked) ? `${first} == null` : undefined;
}

function operandText(operand: Operand): string | undefined {
  switch (operand.kind) {
    case "expression":
      return operand.text;
    case "literal":
      return typeof operand.value === "string" ? `'${operand.value.replaceAll("'", "''")}'` : String(operand.value);
    case "path":
      return pathText(operand);
    default:
      return undefined;
  }
}

function pathText({ base, context, tokens }: PathOperand): string | undefined {
  if (base === "item" || !("pointer" in context)) return undefined;
  return formatExpression({ ...context, pointer: [...context.pointer, ...tokens] });
}
