import { formatExpression, type Expression, type Operand, type PathOperand, type Span } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { valueInside } from "../expressions/value-inside.js";
import { resolveData } from "../expressions/resolve.js";
import { literals, nothing } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { planCount, planLength } from "./measure.js";
import { contextOfContext, refuse, contextOf, type ConditionSite } from "./site.js";
import { planTemplate } from "./template.js";

/** The value of an operand, or `undefined` after saying why there is none. */
export function planOperand(operand: Operand, site: ConditionSite): TypedValue | undefined {
  switch (operand.kind) {
    case "literal": {
      const type = operand.value === null ? nothing : literals([operand.value]);
      return type && { value: { kind: "literal", value: operand.value }, type, description: undefined };
    }
    case "expression":
      return resolveData(operand.expression, operand.text, contextOf(operand, site));
    case "template":
      return planTemplate(operand.parts, site);
    case "path":
      return planPath(operand, site);
    case "length": {
      const of = planPath(operand.of, site);
      return of && planLength(of, operand, site);
    }
    case "count": {
      const of = planPath(operand.of, site);
      return of && planCount(of, operand);
    }
  }
}

/** The value of a criterion's context, or of what a path leads to inside of it. */
export function planContext(
  context: Expression,
  tokens: readonly string[],
  span: Span,
  site: ConditionSite,
): TypedValue | undefined {
  if (tokens.length === 0) return resolveData(context, formatExpression(context), contextOfContext(site));
  if (!("pointer" in context)) {
    return refuse(span, found.unknownPointer.inScalar(formatExpression(context)), site);
  }
  const inside = { ...context, pointer: [...context.pointer, ...tokens] };
  return resolveData(inside, formatExpression(inside), contextOf(span, site));
}

function planPath(operand: PathOperand, site: ConditionSite): TypedValue | undefined {
  const { base, context, tokens } = operand;
  if (base === "context") return planContext(context, tokens, operand, site);
  const { item } = site;
  if (item === undefined) return refuse(operand, found.invalidCondition.item(), site);
  const text = ["@", ...tokens].join(".");
  return valueInside({ ...item, description: undefined }, tokens, text, contextOf(operand, site));
}
