import type { ParsedCondition, Span } from "../../arazzo/index.js";
import type { Found } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { Condition, Value } from "../../ir/model.js";
import type { Type } from "../../types/type.js";
import type { EvaluationContext, PlacedContext } from "../expressions/evaluation-context.js";

/** Where a condition stands: its text in the document, and what it may see. */
export interface ConditionSite {
  /** What the condition may see. */
  readonly from: EvaluationContext;
  /** The field `condition` of the criterion. */
  readonly at: Path;
  /** The item of a list that a filter looks at. */
  readonly item?: { readonly value: Value; readonly type: Type };
}

/** Plans a condition inside of another one. */
export type PlanCondition = (condition: ParsedCondition, site: ConditionSite) => Condition | undefined;

/** What a part of the condition may see, and where to point when it is wrong. */
export function contextOf({ start, end }: Span, { from, at }: ConditionSite): PlacedContext {
  return { ...from, place: from.planning.linked.document.placeInside(at, start, end) };
}

/** The same of the field `context`, beside the condition. */
export function contextOfContext({ from, at }: ConditionSite): PlacedContext {
  return { ...from, place: from.planning.linked.document.place([...at.slice(0, -1), "context"]) };
}

/** Says what is wrong with a part of the condition, which then has no plan. */
export function refuse(part: Span, what: Found, site: ConditionSite): undefined {
  site.from.planning.findings.report(contextOf(part, site).place, what);
  return undefined;
}
