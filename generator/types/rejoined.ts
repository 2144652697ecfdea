import { expanded, keyOf, membersOf, union, type NamedType, type Type } from "./type.js";

/**
 * The same type, in which a named list has those values again that stand beside it, so that what was told apart on
 * several ways is written by its name alone: `Exclude<Status, "a"> | "a"` is `Status`.
 */
export function rejoined(type: Type): Type {
  const members = membersOf(type);
  const values = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  const lists = members.filter((member) => member.kind === "named");
  const wider = lists.map((list) =>
    lists
      .filter(({ id }) => id === list.id)
      .reduce(joined)
      .widened(values),
  );
  const listed = new Set(wider.flatMap((list) => membersOf(expanded(list)).map(keyOf)));
  const others = members.filter((member) => member.kind !== "named" && !listed.has(keyOf(member)));
  return union([...wider, ...others]);
}

/** A list with what either of two of the same name has. */
function joined(one: NamedType, other: NamedType): NamedType {
  return one.widened(one.without.filter((value) => !other.without.includes(value)));
}
