import { failure, type Failure } from "../failure.js";
import type { ComparisonOperator } from "../jsonpath/query.js";
import type { ParsedCondition, Operand } from "./condition.js";
import { spanOf, type Dialect, type Node } from "./state.js";

/** A value that stands where something true or false is wanted is tested for itself. */
export function toCondition(node: Node, dialect: Dialect): ParsedCondition {
  if (node.kind === "condition") return node.condition;
  const { start, end } = node.operand;
  return { kind: "test", operand: node.operand, rules: dialect.rules, start, end };
}

/** Compares two sides. A side that is true or false itself can only be compared with `true` or `false`. */
export function combine(op: ComparisonOperator, left: Node, right: Node, dialect: Dialect): Node | Failure {
  const start = spanOf(left).start;
  const end = spanOf(right).end;
  if (left.kind === "operand" && right.kind === "operand") {
    const { rules } = dialect;
    const sides = { left: left.operand, right: right.operand };
    const condition: ParsedCondition = {
      kind: "compare",
      op,
      ...sides,
      ignoreCase: rules === "simple",
      rules,
      start,
      end,
    };
    return { kind: "condition", condition };
  }
  const wanted = truthWanted(op, left, right);
  const condition =
    left.kind === "condition" ? left.condition : right.kind === "condition" ? right.condition : undefined;
  if (wanted === undefined || condition === undefined) return notComparable(op, left, start, end);
  if (wanted) return { kind: "condition", condition };
  return { kind: "condition", condition: { kind: "not", operand: condition, start, end } };
}

function truthWanted(op: ComparisonOperator, left: Node, right: Node): boolean | undefined {
  if (op !== "==" && op !== "!=") return undefined;
  const literal = booleanOf(left) ?? booleanOf(right);
  return literal === undefined ? undefined : literal === (op === "==");
}

function booleanOf(node: Node): boolean | undefined {
  if (node.kind === "condition") return undefined;
  const operand: Operand = node.operand;
  return operand.kind === "literal" && typeof operand.value === "boolean" ? operand.value : undefined;
}

function notComparable(op: ComparisonOperator, left: Node, start: number, end: number): Failure {
  if (left.kind === "condition" && left.condition.kind === "not") {
    return failure(`\`!\` binds tighter than \`${op}\`, so that a truth value is compared here`, start, end, {
      hint: "Put the comparison in parentheses: `!(… == …)`, or write `!=`.",
    });
  }
  return failure("a comparison cannot be compared again", start, end, { hint: "Join comparisons by `&&`." });
}
