import type { EachExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { defaultElement } from "../../link/linked-each.js";
import type { LinkedStep } from "../../link/linked-step.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { describeType } from "../../types/describe.js";
import { allows, expanded, membersOf, number, present, union, type Type } from "../../types/type.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import type { EvaluationContext, PlacedContext } from "./evaluation-context.js";
import { valueInside } from "./value-inside.js";

/** Gives an expression its value: `resolve`, which imports this file. */
type Resolve = (text: string, from: PlacedContext) => TypedValue | undefined;

/** The element that the step of an expression is done for, what is inside of it, or its position. */
export function eachValue(
  { path, pointer }: EachExpression,
  text: string,
  from: PlacedContext,
  resolveText: Resolve,
): TypedValue | undefined {
  const { planning, place } = from;
  const step = from.current ?? from.call;
  const each = step?.each;
  if (step === undefined || each === undefined) {
    planning.findings.report(place, found.eachOutside[step === undefined ? "workflow" : "step"](text));
    return undefined;
  }
  const [name = "", ...rest] = path;
  const tokens = [...rest, ...pointer];
  if (name === "index") {
    each.used.add(each.index);
    const value = { kind: "item", local: each.index, isOwn: true } as const;
    return valueInside({ value, type: number, description: undefined }, tokens, text, from);
  }
  const { as = defaultElement } = each.given;
  if (name !== as) {
    planning.findings.report(place, found.eachOutside.name(text, name, as));
    return undefined;
  }
  const list = listOf(step, planning, resolveText);
  if (list === undefined) return undefined;
  const isOwn = list.value.kind === "input" || (list.value.kind === "item" && list.value.isOwn === true);
  const value = { kind: "item", local: each.element, isOwn } as const;
  return valueInside({ value, type: union(itemsIn(list.type)), description: undefined }, tokens, text, from);
}

/** The list that a step is done for, or `undefined` after saying why there is none. No list has no elements. */
export function listOf(step: LinkedStep, planning: SolvedWorkflow, resolveText: Resolve): TypedValue | undefined {
  const { at, each } = step;
  if (each === undefined) return undefined;
  const place = planning.linked.document.place([...at, "x-each", "in"]);
  const typed = resolveText(each.given.in, { ...outside(step, planning), place });
  if (typed === undefined || itemsIn(typed.type).length > 0) return typed;
  planning.findings.report(place, found.eachNoList(each.given.in, describeType(typed.type)));
  return undefined;
}

/** The list is made before there is an element, and before the step has sent anything. */
function outside({ index, detourOf }: LinkedStep, planning: SolvedWorkflow): EvaluationContext {
  return { planning, moment: { step: index, phase: "request", detourOf }, current: undefined, answer: "none" };
}

/** The types of the items of what is a list or missing; none of any other value. */
export function itemsIn(type: Type): readonly Type[] {
  const lists = membersOf(present(expanded(type)));
  const items = lists.flatMap((list) =>
    list.kind === "array" ? [list.items] : list.kind === "tuple" ? list.items : [],
  );
  return lists.every(({ kind }) => kind === "array" || kind === "tuple") ? items : [];
}

/** Whether there may be no list. */
export function mayLack(type: Type): boolean {
  return allows(type, "null") || allows(type, "undefined");
}
