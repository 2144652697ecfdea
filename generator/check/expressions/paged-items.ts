import type { StepsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Ran } from "../../flow/graph.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { LinkedPages } from "../../link/linked-pages.js";
import type { LinkedStep } from "../../link/linked-step.js";
import { describeType } from "../../types/describe.js";
import { union } from "../../types/type.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { itemsIn } from "./each-value.js";
import { atSuccess, type PlacedContext } from "./evaluation-context.js";
import { valueInside } from "./value-inside.js";

/** Gives an expression its value: `resolve`, which imports this file. */
type Resolve = (text: string, from: PlacedContext) => TypedValue | undefined;

interface PagedOutput {
  readonly step: LinkedStep;
  readonly pages: LinkedPages;
  readonly ran: Ran;
  readonly expression: StepsExpression;
}

/** The items of all pages that a step reads, or `undefined` after saying why there are none. */
export function pagedItems(
  { step, pages, ran, expression: { path, pointer } }: PagedOutput,
  text: string,
  from: PlacedContext,
  resolveText: Resolve,
): TypedValue | undefined {
  const { stepId } = step.step;
  if (ran !== "always") {
    from.planning.findings.report(from.place, found.eachUnsupported.unset(text, stepId));
    return undefined;
  }
  const typed = itemsOfPage(step, pages, from.planning, resolveText);
  if (typed === undefined) return undefined;
  const { description } = typed;
  const items = union(itemsIn(typed.type));
  // Each item is what the answer says, which need not be what the document promises.
  const value = { kind: "item", local: pages.list, isOwn: false } as const;
  return valueInside(
    { value, type: { kind: "array", items }, description },
    [...path, ...pointer].slice(1),
    text,
    from,
  );
}

/** The items of one page, or `undefined` after saying that there are none. */
export function itemsOfPage(
  step: LinkedStep,
  { given }: LinkedPages,
  planning: SolvedWorkflow,
  resolveText: Resolve,
): TypedValue | undefined {
  const place = planning.linked.document.place([...step.at, "x-pages", "items"]);
  const typed = resolveText(given.items, { ...atSuccess(step, planning), place });
  if (typed === undefined || itemsIn(typed.type).length > 0) return typed;
  planning.findings.report(place, found.invalidPages.items(given.items, describeType(typed.type)));
  return undefined;
}
