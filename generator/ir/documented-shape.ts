import { expanded, membersOf, type Type } from "../types/type.js";
import type { Json } from "./value.js";

/** What a value of a type is to the check of an answer's shape. */
export function kindOf({ kind }: Type): string {
  if (kind === "array" || kind === "tuple") return "list";
  return ["string", "openString", "literal", "number", "boolean"].includes(kind) ? "text" : kind;
}

/** The shape that all answers of a type have; `undefined` of objects, and where nothing is said. */
export function documentedShape(type: Type): Json | undefined {
  const kinds = membersOf(expanded(type))
    .map(kindOf)
    .filter((kind) => kind !== "undefined");
  if (kinds.every((kind) => kind === "object")) return undefined;
  return kinds.every((kind) => kind === "list") ? [] : "any";
}
