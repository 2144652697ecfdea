import { formatExpression, type CompareCondition, type Operand, type ParsedCondition } from "../../arazzo/index.js";
import { mirrored } from "./comparisons.js";

/** The parts of a condition that ask for one thing each. */
export function partsOf(condition: ParsedCondition): readonly ParsedCondition[] {
  if (condition.kind === "not") return partsOf(condition.operand);
  return condition.kind === "and" || condition.kind === "or" ? condition.operands.flatMap(partsOf) : [condition];
}

/** What a part of a condition compares with a literal. */
export interface Compared {
  readonly operand: Operand;
  readonly literal: string | number | boolean | null;
  readonly op: CompareCondition["op"];
}

/** What a part compares with a literal; `undefined` where it compares two literals or none. */
export function comparedWith({ left, right, op }: CompareCondition): Compared | undefined {
  if (right.kind === "literal")
    return left.kind === "literal" ? undefined : { operand: left, literal: right.value, op };
  return left.kind === "literal" ? { operand: right, literal: left.value, op: mirrored[op] } : undefined;
}

/** What an operand reads, in one form for all conditions: an expression where it reads no item of a list. */
export function nameOf(operand: Operand): string | undefined {
  switch (operand.kind) {
    case "expression":
      return formatExpression(operand.expression);
    case "path": {
      const { base, context, tokens } = operand;
      if (base === "item") return `@ ${JSON.stringify(tokens)}`;
      if (tokens.length === 0) return formatExpression(context);
      return "pointer" in context
        ? formatExpression({ ...context, pointer: [...context.pointer, ...tokens] })
        : undefined;
    }
    case "length":
    case "count":
      return `${operand.kind} ${nameOf(operand.of)}`;
    default:
      return undefined;
  }
}
