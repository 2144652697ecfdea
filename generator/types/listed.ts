import { keyOf, membersOf, union, type ObjectField, type Type } from "./type.js";

/**
 * The type without what keeps its lists of texts open, wherever in it they stand: what `asListed` of the runtime makes
 * of a value. A type that holds itself stays open there.
 */
export function listed(type: Type, outer: ReadonlySet<string> = new Set()): Type {
  const inside = (part: Type): Type => listed(part, outer);
  switch (type.kind) {
    case "named": {
      const key = keyOf(type);
      return outer.has(key) ? type : listed(type.is, new Set([...outer, key]));
    }
    case "union":
      return withoutOpen(union(type.members.map(inside)));
    case "array":
      return { kind: "array", items: inside(type.items) };
    case "tuple":
      return { kind: "tuple", items: type.items.map(inside) };
    case "object": {
      const fields = type.fields.map((field): ObjectField => ({ ...field, type: inside(field.type) }));
      return { kind: "object", fields, rest: type.rest && inside(type.rest) };
    }
    default:
      return type;
  }
}

function withoutOpen(type: Type): Type {
  const members = membersOf(type);
  const isList = members.some((member) => member.kind === "literal" && typeof member.value === "string");
  return isList ? union(members.filter((member) => member.kind !== "openString")) : type;
}
