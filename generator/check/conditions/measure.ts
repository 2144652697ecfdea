import type { CountOperand, LengthOperand } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { describeType } from "../../types/describe.js";
import type { Maker, Value } from "../../ir/model.js";
import { absent, number, union } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly, kindsOf, mayBeMissing } from "./kinds.js";
import { refuse, type ConditionSite } from "./site.js";

/**
 * How long a value is.
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.4.4
 */
export function planLength(of: TypedValue, operand: LengthOperand, site: ConditionSite): TypedValue | undefined {
  if (isOnly(of.type, "list")) return lengthOfList(of);
  if (isOnly(of.type, "number", "boolean")) {
    return refuse(operand.of, found.impossibleCondition.length(describeType(of.type)), site);
  }
  return { value: made("lengthOf", of.value), type: number, description: undefined };
}

/**
 * How many values there are: the items of a list, or with `each` the members of an object. A value that is no list
 * counts as one.
 */
export function planCount(of: TypedValue, { each }: CountOperand): TypedValue {
  if (isOnly(of.type, "list")) {
    const { value } = lengthOfList(of);
    const count: Value = mayBeMissing(of.type)
      ? { kind: "or", value, otherwise: { kind: "literal", value: 0 } }
      : value;
    return { value: count, type: number, description: undefined };
  }
  return { value: made(each ? "sizeOf" : "countOf", of.value), type: number, description: undefined };
}

function lengthOfList({ value, type }: TypedValue): TypedValue {
  const optional = mayBeMissing(type) && !kindsOf(type).has("unknown");
  return {
    value: {
      kind: "member",
      of: value,
      steps: [{ key: "length", optional, fromIndex: false, ofList: true }],
      below: [],
    },
    type: optional ? union([number, absent]) : number,
    description: undefined,
  };
}

function made(by: Maker, value: Value): Value {
  return { kind: "made", by, value };
}
