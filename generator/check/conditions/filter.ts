import { allOf } from "../../ir/all-of.js";
import {
  isFailure,
  parseTemplate,
  type FilterCondition,
  type Operand,
  type ParsedCondition,
  type PathOperand,
} from "../../arazzo/index.js";
import type { Condition, Value } from "../../ir/model.js";
import type { Scope } from "../../link/names.js";
import { expanded, membersOf, present, union, unknown, type Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly, kindsOf, mayBeMissing } from "./kinds.js";
import { missing } from "./missing.js";
import { planContext } from "./operand.js";
import { planQuery, refuseScalar } from "./query.js";
import type { ConditionSite, PlanCondition } from "./site.js";

/**
 * That some item passes a filter. On the root of an object the filter is asked of the object itself: that is what
 * those who write it mean, the examples of the specification included; not on the root of a map of objects.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#jsonpath-conditions
 */
export function planFilter(
  condition: FilterCondition,
  site: ConditionSite,
  plan: PlanCondition,
): Condition | undefined {
  const { context, tokens, where, self } = condition;
  const typed = planContext(context, tokens, condition, site);
  if (typed === undefined) return undefined;
  // What is compared with a text or a number is a member, since the whole is neither.
  if (self !== undefined && asksForMembers(where) && !isOnly(typed.type, "list")) {
    return planAsQuery(condition, typed, site);
  }
  const isItself = isOnly(typed.type, "object") && !isOfObjects(typed.type);
  if (self !== undefined && isItself) return planSelf(self, typed, site, plan);
  const items = itemsOf(typed, self !== undefined);
  if (items === undefined) return planAsQuery(condition, typed, site);
  const local = itemName(site.from.planning.scope);
  const item = { value: { kind: "item", local }, type: items.type } as const;
  const passes = plan(where, { ...site, item });
  return passes && { kind: "some", items: items.value, local, where: passes };
}

/** Whether a type is a map of objects: a filter is about these, as it can hardly be about a map. */
function isOfObjects(type: Type): boolean {
  const [only, ...others] = membersOf(present(expanded(type)));
  if (only?.kind !== "object" || others.length > 0 || only.fields.length > 0) return false;
  return only.rest !== undefined && isOnly(only.rest, "object");
}

/** Whether a filter compares items themselves with literals. */
function asksForMembers(where: ParsedCondition): boolean {
  switch (where.kind) {
    case "and":
    case "or":
      return where.operands.some(asksForMembers);
    case "not":
      return asksForMembers(where.operand);
    case "compare": {
      const { left, right } = where;
      const isItem = (operand: Operand): boolean => operand.kind === "path" && isWholeItem(operand);
      const isPlain = (operand: Operand): boolean => operand.kind === "literal" && operand.value !== null;
      return (isItem(left) && isPlain(right)) || (isItem(right) && isPlain(left));
    }
    default:
      return false;
  }
}

function isWholeItem({ base, tokens }: PathOperand): boolean {
  return base === "item" && tokens.length === 0;
}

/** A context that is missing fails, whatever the filter would make of nothing. */
function planSelf(
  self: ParsedCondition,
  context: TypedValue,
  site: ConditionSite,
  plan: PlanCondition,
): Condition | undefined {
  const passes = plan(self, site);
  if (passes === undefined || !mayBeMissing(context.type) || !mayHoldOfNothing(self)) return passes;
  return allOf([missing("!==", context, "nullish"), passes]);
}

function mayHoldOfNothing(condition: ParsedCondition): boolean {
  switch (condition.kind) {
    case "and":
      return condition.operands.every(mayHoldOfNothing);
    case "or":
      return condition.operands.some(mayHoldOfNothing);
    case "not":
      return true;
    case "compare": {
      const { op, left, right } = condition;
      const isLiteral = left.kind === "literal" || right.kind === "literal";
      return op === "!=" || !isLiteral || left.kind === "count" || right.kind === "count";
    }
    default:
      return false;
  }
}

const itemNames = new WeakMap<Scope, string>();

/** Filters do not stand inside of one another, so that one name serves all of a function. */
function itemName(scope: Scope): string {
  const name = itemNames.get(scope) ?? scope.take("item", "entry");
  itemNames.set(scope, name);
  return name;
}

function planAsQuery(condition: FilterCondition, at: TypedValue, site: ConditionSite): Condition | undefined {
  const { context, tokens, query } = condition;
  const parts = parseTemplate(query);
  const root = tokens.length === 0 ? at : planContext(context, [], condition, site);
  if (isFailure(parts) || root === undefined) return undefined;
  if (isOnly(at.type, "text", "number", "boolean")) return refuseScalar(condition, site);
  return planQuery(root, parts, condition, site);
}

/** The items of a list, or the members of an object that is a map: all of one type. */
function itemsOf(
  { value, type }: TypedValue,
  onRoot: boolean,
): { readonly value: Value; readonly type: Type } | undefined {
  const members = membersOf(present(expanded(type)));
  if (isOnly(type, "list")) {
    const itemTypes = members.flatMap((member) => ("items" in member ? member.items : []));
    return { value: orElse(value, type, { kind: "array", items: [] }), type: union(itemTypes) };
  }
  // What may be anything may be an object, and then means itself.
  if (onRoot && kindsOf(type).has("unknown")) return { value: { kind: "made", by: "itemsOf", value }, type: unknown };
  const [only, ...others] = members;
  if (only?.kind !== "object" || others.length > 0 || only.fields.length > 0 || only.rest === undefined)
    return undefined;
  const map = orElse(value, type, { kind: "object", fields: [] });
  return { value: { kind: "made", by: "members", value: map }, type: only.rest };
}

function orElse(value: Value, type: Type, otherwise: Value): Value {
  return mayBeMissing(type) ? { kind: "or", value, otherwise } : value;
}
