import { allows, expanded, membersOf, present, type Type } from "../../types/type.js";

/** What a value can be, as far as comparing it is concerned. */
export type Kind = "text" | "number" | "boolean" | "list" | "object" | "unknown";

/** Everything that a value of the type can be, `null` and absent aside. */
export function kindsOf(type: Type): ReadonlySet<Kind> {
  return new Set(membersOf(present(expanded(type))).map(kindOf));
}

/** Whether a value of the type is of these kinds only, where it is there at all. */
export function isOnly(type: Type, ...kinds: readonly Kind[]): boolean {
  const own = kindsOf(type);
  return own.size > 0 && [...own].every((kind) => kinds.includes(kind));
}

export function mayBeMissing(type: Type): boolean {
  return allows(type, "null") || allows(type, "undefined");
}

/** The value of a type that has only one. */
export function literalOf(type: Type): string | number | boolean | undefined {
  return type.kind === "literal" ? type.value : undefined;
}

/** Numeric text, as simple conditions take it for a number. */
export function numberIn(text: string): number | undefined {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function kindOf(member: Type): Kind {
  switch (member.kind) {
    case "string":
    case "openString":
      return "text";
    case "number":
    case "boolean":
      return member.kind;
    case "literal":
      return typeof member.value === "string" ? "text" : typeof member.value === "number" ? "number" : "boolean";
    case "array":
    case "tuple":
      return "list";
    case "object":
    case "blob":
      return "object";
    default:
      return "unknown";
  }
}
