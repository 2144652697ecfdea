import type { Condition, FieldRead, Statement, Value } from "./model.js";

/** Every reading of an answer's field, as often as the code would write it. */
export function readsOf(statements: readonly Statement[]): readonly FieldRead[] {
  return statements.flatMap((statement) => {
    switch (statement.kind) {
      case "request": {
        const groups = statement.parameters.flatMap((group) => group.fields.map((field) => field.value));
        return [...groups, ...(statement.body ? [statement.body] : [])].flatMap(readsOfValue);
      }
      case "expect":
        return readsOfCondition(statement.condition);
      case "if":
        return [...readsOfCondition(statement.condition), ...readsOf(statement.then)];
      case "end":
        return statement.fields.flatMap((field) => readsOfValue(field.value));
      case "poll":
        return [...readsOf(statement.body), ...statement.known.flatMap((field) => readsOfValue(field.value))];
      case "bind":
        return [];
    }
  });
}

function readsOfValue(value: Value): readonly FieldRead[] {
  switch (value.kind) {
    case "read":
      return [value.read];
    case "object":
      return value.fields.flatMap((field) => readsOfValue(field.value));
    case "array":
      return value.items.flatMap(readsOfValue);
    case "template":
      return value.parts.flatMap((part) => (typeof part === "string" ? [] : readsOfValue(part)));
    case "text":
      return readsOfValue(value.value);
    default:
      return [];
  }
}

function readsOfCondition(condition: Condition): readonly FieldRead[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap(readsOfCondition);
    case "not":
      return readsOfCondition(condition.operand);
    case "compare":
      return [...readsOfValue(condition.left), ...readsOfValue(condition.right)];
    case "truthy":
      return readsOfValue(condition.value);
    case "ok":
      return [];
  }
}
