import { isUnchecked } from "../ir/unchecked.js";
import type { Comparison, Condition, Value } from "../ir/model.js";
import { Code, code, join } from "./code.js";
import type { FunctionContext } from "./function-context.js";
import { valueCode } from "./value-code.js";

/** A condition as a boolean expression. */
export function conditionCode(condition: Condition, context: FunctionContext): Code {
  switch (condition.kind) {
    case "and":
      return joined(withTexts(condition.operands, "!=="), code` && `, context);
    case "or":
      return joined(withTexts(condition.operands, "==="), code` || `, context);
    case "not":
      return deniedCode(condition.operand, context);
    case "compare":
      return compareCode(condition, context);
    case "flag":
      return valueCode(condition.value, context);
    case "truthy":
      return code`Boolean(${valueCode(condition.value, context)})`;
    case "match":
      return matchCode(condition, context);
    case "matchText": {
      const args = [valueCode(condition.value, context), valueCode(condition.pattern, context)];
      return context.call("matchesPattern", [...args, Code.literal(condition.flags)]);
    }
    case "some": {
      const items = itemsCode(condition.items, context);
      return code`${items}.some((${Code.identifier(condition.local)}) => ${conditionCode(condition.where, context)})`;
    }
    case "query": {
      const args = [code`run`, valueCode(condition.value, context), valueCode(condition.query, context)];
      return code`${context.call("queryJson", args)}.length > 0`;
    }
    case "completed":
      return code`${Code.identifier(condition.answer)}.error === undefined`;
    case "failed":
      return code`${Code.identifier(condition.answer)}.error !== undefined`;
    case "ok":
      return code`${Code.identifier(condition.answer)}.ok`;
  }
}

/** A list: one that was given or that is checked where its answer comes, or else whatever is there, if that is a list. */
function itemsCode(items: Value, context: FunctionContext): Code {
  const list = items.kind === "or" ? items.value : items;
  const isList = ["input", "made"].includes(list.kind) || (items.kind === "read" && !isUnchecked(items, context.reads));
  return isList ? valueCode(items, context) : context.call("each", [valueCode(list, context)]);
}

/** A condition, or comparisons of one value with a text each. */
type Operand = Condition | { readonly kind: "texts"; readonly each: readonly [Comparison, ...Comparison[]] };

function joined(operands: readonly Operand[], operator: Code, context: FunctionContext): Code {
  return join(
    operands.map((operand) => {
      if (operand.kind === "texts") return textsCode(operand.each, context);
      return operand.kind === "and" ? code`(${conditionCode(operand, context)})` : operandCode(operand, context);
    }),
    operator,
  );
}

/** Neighbours that compare one value with a text each, together. */
function withTexts(operands: readonly Condition[], operator: Comparison["operator"]): readonly Operand[] {
  const all: Operand[] = [];
  for (const operand of operands) {
    const last = all.at(-1);
    const isText = operand.kind === "compare" && operand.as === "text" && operand.operator === operator;
    if (!isText || operand.right.kind !== "literal") all.push(operand);
    else if (last?.kind !== "texts" || !asksAgain(operand, last.each)) all.push({ kind: "texts", each: [operand] });
    else all[all.length - 1] = { ...last, each: [...last.each, operand] };
  }
  return all;
}

function asksAgain({ left, isListed }: Comparison, others: readonly Comparison[]): boolean {
  return others.every(
    (other) => Boolean(other.isListed) === Boolean(isListed) && JSON.stringify(other.left) === JSON.stringify(left),
  );
}

/** `sameText(value, "a", "b")`, or that it is none of them; `isOneOf` where they are listed. */
function textsCode(comparisons: readonly [Comparison, ...Comparison[]], context: FunctionContext): Code {
  const [{ operator, isListed }] = comparisons;
  const values = comparisons.flatMap(({ left, right }, index) => (index === 0 ? [left, right] : [right]));
  const same = context.call(
    isListed ? "isOneOf" : "sameText",
    values.map((value) => valueCode(value, context)),
  );
  return operator === "!==" ? code`!${same}` : same;
}

/** A condition as an operand of `&&`. */
export function operandCode(condition: Condition, context: FunctionContext): Code {
  const written = conditionCode(condition, context);
  return condition.kind === "or" ? code`(${written})` : written;
}

/** What binds tighter than `!` goes without parentheses. */
function deniedCode(operand: Condition, context: FunctionContext): Code {
  const tight =
    ["flag", "truthy", "matchText", "some", "ok"].includes(operand.kind) ||
    (operand.kind === "match" && operand.present === undefined);
  return tight ? code`!${conditionCode(operand, context)}` : code`!(${conditionCode(operand, context)})`;
}

function matchCode({ text, present, pattern, flags }: Condition & { kind: "match" }, context: FunctionContext): Code {
  const match = code`${Code.pattern(pattern, flags)}.test(${valueCode(text, context)})`;
  return present === undefined ? match : code`${valueCode(present, context)} != null && ${match}`;
}

function compareCode(comparison: Comparison, context: FunctionContext): Code {
  const { operator, left: a, right: b, as } = comparison;
  const left = valueCode(a, context);
  const right = valueCode(b, context);
  switch (as) {
    case "exact":
      return code`${left} ${operators[operator]} ${right}`;
    case "nullish":
      return operator === "!==" ? code`${left} != ${right}` : code`${left} == ${right}`;
    case "text":
      return textsCode([comparison], context);
    case "value": {
      const same = context.call("sameValue", [left, right]);
      return operator === "!==" ? code`!${same}` : same;
    }
    case "loosely":
    case "exactly": {
      const order = context.call(as === "loosely" ? "compareLoosely" : "compareExactly", [left, right]);
      return code`${order} ${operators[operator]} 0`;
    }
  }
}

const operators = {
  "===": code`===`,
  "!==": code`!==`,
  "<": code`<`,
  "<=": code`<=`,
  ">": code`>`,
  ">=": code`>=`,
} as const satisfies Record<Comparison["operator"], Code>;
