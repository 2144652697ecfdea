import { expanded, membersOf, type Type } from "./type.js";

/** A type in words, for a message. */
export function describeType(type: Type): string {
  const members = membersOf(expanded(type));
  const listed = members.flatMap((member) => (member.kind === "literal" ? [JSON.stringify(member.value)] : []));
  const others = members.filter((member) => member.kind !== "literal").map(describeMember);
  const values = listed.length > 1 ? [`one of ${listed.join(", ")}`] : listed;
  return [...new Set([...values, ...others])].join(" or ") || "nothing";
}

function describeMember(type: Type): string {
  switch (type.kind) {
    case "string":
    case "openString":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    case "undefined":
      return "absent";
    case "array":
      return membersOf(type.items).some((item) => item.kind === "unknown")
        ? "a list"
        : `a list (each ${describeType(type.items)})`;
    case "object":
      return "an object";
    case "blob":
      return "a file";
    default:
      return "a value of any kind";
  }
}
