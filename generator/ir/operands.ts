import type { Condition, Field, Statement, Value } from "./model.js";

/** The values that a statement itself is written with, the lists inside of it and what is bound aside. */
export function valuesOf(statement: Statement): readonly Value[] {
  switch (statement.kind) {
    case "request": {
      const { parameters, wholeQuery, body } = statement;
      const groups = parameters.flatMap(({ fields }) => fields.map(valueOf));
      return [...groups, ...(wholeQuery === undefined ? [] : [wholeQuery.value]), ...(body ? [body] : [])];
    }
    case "call":
    case "transfer":
      return [...statement.call.inputs, ...(statement.call.dependencies ?? [])].map(valueOf);
    case "expect":
    case "require":
    case "if":
      return valuesOfCondition(statement.condition);
    case "ask":
    case "wait":
      return statement.known.map(valueOf);
    case "end":
      return statement.fields.map(valueOf);
    default:
      return [];
  }
}

/** The condition that a statement is written with. */
export function conditionOf(statement: Statement): Condition | undefined {
  return "condition" in statement ? statement.condition : undefined;
}

function valueOf({ value }: Field): Value {
  return value;
}

/** The values that a value is made of. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "object":
      return value.fields.map(valueOf);
    case "array":
      return value.items;
    case "template":
      return value.parts.filter((part) => typeof part !== "string");
    case "text":
    case "made":
    case "present":
    case "at":
    case "each":
    case "query":
      return [value.value];
    case "replaced":
      return [value.value, value.by];
    case "member":
      return [value.of];
    case "or":
      return [value.value, ...(value.otherwise === "NaN" ? [] : [value.otherwise])];
    default:
      return [];
  }
}

function valuesOfCondition(condition: Condition): readonly Value[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap(valuesOfCondition);
    case "not":
      return valuesOfCondition(condition.operand);
    case "compare":
      return [condition.left, condition.right];
    case "flag":
    case "truthy":
      return [condition.value];
    case "match":
      return [condition.text, ...(condition.present ? [condition.present] : [])];
    case "matchText":
      return [condition.value, condition.pattern];
    case "some":
      return [condition.items, ...valuesOfCondition(condition.where)];
    case "query":
      return [condition.value, condition.query];
    default:
      return [];
  }
}
