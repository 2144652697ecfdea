import type { Value } from "../../ir/model.js";
import { expanded, listedValues, membersOf, present, type Type } from "../../types/type.js";
import type { LeafTarget } from "./checked-value.js";

/** The value of which nothing is known, checked when it is sent; `undefined` where only its documentation could tell. */
export function checkedValue(
  value: Value,
  text: string,
  { type, required }: Pick<LeafTarget, "type" | "required">,
  stepId: string,
): Value | undefined {
  const as = kindOf(present(type));
  return as === undefined
    ? undefined
    : { kind: "checked", value, as, optional: !required, stepId, expression: text.replaceAll("`", "") };
}

/** What the runtime can look for. */
function kindOf(type: Type): (Value & { readonly kind: "checked" })["as"] | undefined {
  const members = membersOf(expanded(type));
  const [only, ...others] = members;
  if (only?.kind === "array" && others.length === 0) {
    const items = kindOf(only.items);
    return typeof items === "string" && !items.endsWith("[]") ? `${items}[]` : undefined;
  }
  if (members.some(({ kind }) => kind === "openString")) return "string";
  const isPlain = only?.kind === "string" || only?.kind === "number" || only?.kind === "boolean";
  if (isPlain && others.length === 0) return only.kind;
  const listed = members.every(({ kind }) => kind === "literal") ? listedValues(type) : undefined;
  return listed !== undefined && listed.length > 0 ? listed : undefined;
}
