import { found } from "../../diagnostics.js";
import { schemaAtPointer, type Schema } from "../../schema/index.js";
import { pathInto } from "../../ir/property-path.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { absent, expanded, membersOf, present, union, type Type } from "../../types/type.js";
import type { PlacedContext } from "./evaluation-context.js";
import { isOfOnePlace, ofFirstItem } from "./first-item.js";

/**
 * What is read of the only item of a list where an expression reads it of the list itself, if that may be taken to be
 * meant; else `undefined`, and nothing is said.
 * @param readAt The value at some keys of the answer
 */
export function ofOnlyItem(
  schema: Schema,
  tokens: readonly string[],
  text: string,
  { planning, place, ofList }: PlacedContext,
  stepId: string,
  readAt: (tokens: readonly string[]) => TypedValue | undefined,
): TypedValue | undefined {
  const landing = schemaAtPointer(schema, tokens);
  // What several places share cannot be written otherwise for one of them.
  const isOnly = ofList === "only" || (ofList === "first" && !isOfOnePlace(place, planning));
  if (!isOnly || !("failedAt" in landing)) return undefined;
  const { findings } = planning;
  const [before, inItem] = [tokens.slice(0, landing.failedAt), tokens.slice(landing.failedAt)];
  const owner = schemaAtPointer(schema, before);
  const first = "schema" in owner ? ofFirstItem(owner.schema, inItem, text) : undefined;
  if (first === undefined) return undefined;
  const what = found.unknownPointer.inList(text, inItem[0] ?? "", first);
  const list = findings.mayAssume(what) ? readAt(before) : undefined;
  const way = list && pathInto(itemOf(list.type), inItem);
  if (list === undefined || way === undefined || "failedAt" in way) return undefined;
  const that = `the list has one item, which is meant; several are an error, and \`${first}\` would be the first`;
  findings.letPass(place, what, that);
  const item = { kind: "only" as const, value: list.value, stepId, expression: text };
  const { steps, below, type } = way;
  const origin = { stepId, expression: text };
  return {
    value: { kind: "member", of: item, steps, below },
    type: union([type, absent]),
    description: undefined,
    origin,
  };
}

/** The type of an item of a list, which may not be there. */
function itemOf(list: Type): Type {
  const lists = membersOf(present(expanded(list)));
  return union([...lists.map((one) => (one.kind === "array" ? one.items : absent)), absent]);
}
