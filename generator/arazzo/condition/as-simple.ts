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
