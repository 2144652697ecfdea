import type { ParsedCondition, JsonPathCondition } from "../../arazzo/index.js";
import { planComparison } from "./compare.js";
import { planFilter } from "./filter.js";
import { planContext } from "./operand.js";
import { planQuery } from "./query.js";
import { planRegex } from "./regex.js";
import type { ConditionSite } from "./site.js";
import { planTest } from "./test.js";
import type { Condition } from "../../ir/model.js";
import { negated } from "../../ir/negated.js";

export type { ConditionSite } from "./site.js";

/**
 * The condition as code will ask it, or `undefined` after saying what is wrong with it.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#condition-evaluation
 */
export function planCondition(condition: ParsedCondition, site: ConditionSite): Condition | undefined {
  switch (condition.kind) {
    case "or":
    case "and": {
      const operands = condition.operands.map((operand) => planCondition(operand, site));
      return operands.every((operand) => operand !== undefined) ? { kind: condition.kind, operands } : undefined;
    }
    case "not": {
      const operand = planCondition(condition.operand, site);
      return operand && negated(operand);
    }
    case "compare":
      return planComparison(condition, site);
    case "test":
      return planTest(condition, site);
    case "regex":
      return planRegex(condition, site);
    case "filter":
      return planFilter(condition, site, planCondition);
    case "jsonpath":
      return planJsonPath(condition, site);
  }
}

function planJsonPath(condition: JsonPathCondition, site: ConditionSite): Condition | undefined {
  const context = planContext(condition.context, [], condition, site);
  return context && planQuery(context, condition.parts, condition, site);
}
