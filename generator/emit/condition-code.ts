import type { Condition } from "../plan/model.js";
import { Code, code, join } from "./code.js";
import type { Imports } from "./imports.js";
import { valueCode } from "./value-code.js";

/** A condition as a boolean expression. */
export function conditionCode(condition: Condition, imports: Imports): Code {
  switch (condition.kind) {
    case "and":
      return joined(condition.operands, code` && `, imports);
    case "or":
      return joined(condition.operands, code` || `, imports);
    case "not":
      return code`!(${conditionCode(condition.operand, imports)})`;
    case "truthy":
      return code`Boolean(${valueCode(condition.value)})`;
    case "ok":
      return code`${Code.identifier(condition.answer)}.response.ok`;
    case "again": {
      const { name, limit, after } = condition.action;
      const action = code`{ name: ${Code.literal(name)}, limit: ${Code.count(limit)}, after: ${Code.count(after)} }`;
      return code`(await ${Code.identifier(condition.retry)}.again(${Code.identifier(condition.answer)}.response, ${action}))`;
    }
    case "compare":
      return compareCode(condition, imports);
  }
}

function joined(operands: readonly Condition[], operator: Code, imports: Imports): Code {
  return join(
    operands.map((operand) =>
      operand.kind === "and" || operand.kind === "or"
        ? code`(${conditionCode(operand, imports)})`
        : conditionCode(operand, imports),
    ),
    operator,
  );
}

function compareCode(condition: Condition & { kind: "compare" }, imports: Imports): Code {
  const left = valueCode(condition.left);
  const right = valueCode(condition.right);
  switch (condition.as) {
    case "exact":
      return code`${left} ${operators[condition.operator]} ${right}`;
    case "number":
      return code`Number(${left}) ${operators[condition.operator]} Number(${right})`;
    case "nullish":
      return condition.operator === "!==" ? code`${left} != ${right}` : code`${left} == ${right}`;
    case "text":
      return condition.operator === "!=="
        ? code`!${imports.runtime("sameText")}(${left}, ${right})`
        : code`${imports.runtime("sameText")}(${left}, ${right})`;
  }
}

const operators = {
  "===": code`===`,
  "!==": code`!==`,
  "<": code`<`,
  "<=": code`<=`,
  ">": code`>`,
  ">=": code`>=`,
} as const satisfies Record<(Condition & { kind: "compare" })["operator"], Code>;
