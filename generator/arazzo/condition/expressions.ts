import type { Expression } from "../expression/expression.js";
import type { TemplatePart } from "../expression/template.js";
import type { ParsedCondition, Operand } from "./condition.js";

/** The runtime expressions that a condition is made of. */
export function conditionExpressions(condition: ParsedCondition): readonly Expression[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap(conditionExpressions);
    case "not":
      return conditionExpressions(condition.operand);
    case "compare":
      return [condition.left, condition.right].flatMap(ofOperand);
    case "test":
      return ofOperand(condition.operand);
    case "filter":
      return [condition.context, ...conditionExpressions(condition.where)];
    case "regex":
    case "jsonpath":
      return [condition.context, ...ofParts(condition.parts)];
  }
}

function ofOperand(operand: Operand): readonly Expression[] {
  switch (operand.kind) {
    case "literal":
      return [];
    case "expression":
      return [operand.expression];
    case "template":
      return ofParts(operand.parts);
    case "path":
      return [operand.context];
    case "length":
    case "count":
      return ofOperand(operand.of);
  }
}

function ofParts(parts: readonly TemplatePart[]): readonly Expression[] {
  return parts.flatMap((part) => (part.kind === "expression" ? [part.expression] : []));
}
