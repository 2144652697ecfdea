import { found } from "../../diagnostics.js";
import type { LinkedEach } from "../../link/linked-each.js";
import type { LinkedStep } from "../../link/linked-step.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { union, absent, type Type } from "../../types/type.js";
import type { Ran } from "../../flow/graph.js";
import type { PlacedContext } from "./evaluation-context.js";

/**
 * The list of what an output of a step is for each element, or `undefined` after saying why there is none.
 * @param name The name of the output, empty for all of them
 * @param typed The output of one element
 */
export function gathered(
  { step: { stepId } }: LinkedStep,
  each: LinkedEach,
  { name, typed, ran }: { readonly name: string; readonly typed: TypedValue; readonly ran: Ran },
  text: string,
  { planning: { findings }, place }: PlacedContext,
): TypedValue | undefined {
  const collects = each.given.onFailure === "collect";
  if (ran !== "always") findings.report(place, found.eachUnsupported.unset(text, stepId));
  if (collects && name !== "") findings.report(place, found.eachUnsupported.collected(text, stepId));
  if (ran !== "always" || (collects && name !== "")) return undefined;
  const local = each.listName(name);
  each.gathered.set(name, { local, typed });
  const items: Type = collects ? { kind: "collected", of: typed.type } : typed.type;
  return {
    value: { kind: "item", local, isOwn: true },
    type: { kind: "array", items: typed.unset === undefined ? items : union([items, absent]) },
    description: typed.description,
  };
}
