import { isUnchecked } from "../ir/unchecked.js";
import type { Comparison, Condition, Value } from "../ir/model.js";
import { Code, code, join } from "./code.js";
import type { Imports, RuntimeName } from "./imports.js";
import { valueCode } from "./value-code.js";

/** A condition as a boolean expression. */
export function conditionCode(condition: Condition, imports: Imports): Code {
  switch (condition.kind) {
    case "and":
      return joined(condition.operands, code` && `, imports);
    case "or":
      return joined(condition.operands, code` || `, imports);
    case "not":
      return deniedCode(condition.operand, imports);
    case "compare":
      return compareCode(condition, imports);
    case "flag":
      return valueCode(condition.value, imports);
    case "truthy":
      return code`Boolean(${valueCode(condition.value, imports)})`;
    case "match":
      return matchCode(condition, imports);
    case "matchText": {
      const args = [valueCode(condition.value, imports), valueCode(condition.pattern, imports)];
      return call("matchesPattern", [...args, Code.literal(condition.flags)], imports);
    }
    case "some": {
      const items = itemsCode(condition.items, imports);
      return code`${items}.some((${Code.identifier(condition.local)}) => ${conditionCode(condition.where, imports)})`;
    }
    case "query": {
      const found = call(
        "queryJson",
        [valueCode(condition.value, imports), valueCode(condition.query, imports)],
        imports,
      );
      return code`${found}.length > 0`;
    }
    case "completed":
      return code`${Code.identifier(condition.answer)}.error === undefined`;
    case "failed":
      return code`${Code.identifier(condition.answer)}.error !== undefined`;
    case "ok":
      return code`${Code.identifier(condition.answer)}.response.ok`;
    case "again": {
      const { name, limit, after } = condition.action;
      const action = code`{ name: ${Code.literal(name)}, limit: ${Code.count(limit)}, after: ${Code.count(after)} }`;
      const failed = condition.of === "request" ? code`response` : code`error`;
      return code`(await ${Code.identifier(condition.retry)}.again(${Code.identifier(condition.answer)}.${failed}, ${action}))`;
    }
  }
}

/** A list: one that was given or that is checked where its answer comes, or else whatever is there, if that is a list. */
function itemsCode(items: Value, imports: Imports): Code {
  const list = items.kind === "or" ? items.value : items;
  const isList = ["input", "made"].includes(list.kind) || (items.kind === "read" && !isUnchecked(items));
  return isList ? valueCode(items, imports) : call("each", [valueCode(list, imports)], imports);
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

/** What binds tighter than `!` goes without parentheses. */
function deniedCode(operand: Condition, imports: Imports): Code {
  const tight =
    ["flag", "truthy", "matchText", "some", "ok"].includes(operand.kind) ||
    (operand.kind === "match" && operand.present === undefined);
  return tight ? code`!${conditionCode(operand, imports)}` : code`!(${conditionCode(operand, imports)})`;
}

function matchCode({ text, present, pattern, flags }: Condition & { kind: "match" }, imports: Imports): Code {
  const match = code`${Code.pattern(pattern, flags)}.test(${valueCode(text, imports)})`;
  return present === undefined ? match : code`${valueCode(present, imports)} != null && ${match}`;
}

function compareCode({ operator, left: a, right: b, as }: Comparison, imports: Imports): Code {
  const left = valueCode(a, imports);
  const right = valueCode(b, imports);
  switch (as) {
    case "exact":
      return code`${left} ${operators[operator]} ${right}`;
    case "nullish":
      return operator === "!==" ? code`${left} != ${right}` : code`${left} == ${right}`;
    case "text":
    case "value": {
      const same = call(as === "text" ? "sameText" : "sameValue", [left, right], imports);
      return operator === "!==" ? code`!${same}` : same;
    }
    case "loosely":
    case "exactly": {
      const order = call(as === "loosely" ? "compareLoosely" : "compareExactly", [left, right], imports);
      return code`${order} ${operators[operator]} 0`;
    }
  }
}

function call(name: RuntimeName, args: readonly Code[], imports: Imports): Code {
  return code`${imports.runtime(name)}(${join(args, code`, `)})`;
}

const operators = {
  "===": code`===`,
  "!==": code`!==`,
  "<": code`<`,
  "<=": code`<=`,
  ">": code`>`,
  ">=": code`>=`,
} as const satisfies Record<Comparison["operator"], Code>;
