import { expanded, membersOf, type Type } from "./type.js";

/** Whether a value of the type may be a file, or hold one, so that JSON cannot say what it is. */
export function holdsFile(type: Type, seen: Set<Type> = new Set()): boolean {
  // What an API's document gives a name to is JSON.
  if (seen.has(type) || (type.kind === "named" && type.file !== undefined)) return false;
  seen.add(type);
  return membersOf(expanded(type)).some((member) => {
    switch (member.kind) {
      case "blob":
        return true;
      case "array":
        return holdsFile(member.items, seen);
      case "tuple":
        return member.items.some((item) => holdsFile(item, seen));
      case "object":
        return member.fields.some((field) => holdsFile(field.type, seen));
      default:
        return false;
    }
  });
}

/** Whether a file is among the values of the type. */
export function takesFile(type: Type): boolean {
  return membersOf(expanded(type)).some(({ kind }) => kind === "blob");
}
