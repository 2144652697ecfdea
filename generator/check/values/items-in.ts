import { expanded, membersOf, present, type Type } from "../../types/type.js";

/** The types of the items of the lists that a target takes. */
export function itemsIn(target: Type): readonly Type[] {
  return membersOf(present(expanded(target))).flatMap((member) => (member.kind === "array" ? [member.items] : []));
}
