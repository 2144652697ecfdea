import { absent, allows, expanded, membersOf, sameType, union, type ObjectField, type Type } from "./type.js";

/** Whether every value of `from` is one of `to`: what the compiler will ask of the generated code. */
export function assignable(from: Type, to: Type): boolean {
  if (sameType(from, to)) return true;
  return membersOf(expanded(from)).every((member) => membersOf(expanded(to)).some((target) => fits(member, target)));
}

function fits(from: Type, to: Type): boolean {
  if (to.kind === "unknown") return true;
  if (from.kind === "literal")
    return to.kind === "literal"
      ? to.value === from.value
      : to.kind === typeof from.value || (to.kind === "openString" && typeof from.value === "string");
  if (from.kind === "openString") return to.kind === "string" || to.kind === "openString";
  if (from.kind === "string") return to.kind === "string" || to.kind === "openString";
  if (from.kind === "array") return to.kind === "array" && assignable(from.items, to.items);
  if (from.kind === "object") return to.kind === "object" && objectFits(from, to);
  return from.kind === to.kind;
}

function objectFits(from: Type & { kind: "object" }, to: Type & { kind: "object" }): boolean {
  const fields = new Map(from.fields.map((field) => [field.name, field]));
  const known = to.fields.every((wanted) => {
    const field = fields.get(wanted.name);
    return field === undefined
      ? wanted.optional && from.rest === undefined
      : (wanted.optional || !field.optional) && assignable(withAbsent(field), withAbsent(wanted));
  });
  const { rest } = to;
  const others = from.fields.filter((field) => !to.fields.some((wanted) => wanted.name === field.name));
  if (!known || rest === undefined) return known;
  return (
    others.every((field) => assignable(field.type, rest)) && (from.rest === undefined || assignable(from.rest, rest))
  );
}

function withAbsent(field: ObjectField): Type {
  return field.optional ? union([field.type, absent]) : field.type;
}

/** The values that both types have; `undefined` where they have none. */
export function meet(a: Type, b: Type): Type | undefined {
  if (assignable(a, b)) return a;
  if (assignable(b, a)) return b;
  const both = membersOf(expanded(a)).flatMap((left) =>
    membersOf(expanded(b)).flatMap((right) => (fits(left, right) ? [left] : fits(right, left) ? [right] : [])),
  );
  return both.length === 0 ? undefined : union(both);
}

/** Whether a value of the type is a text, a number or a boolean that can be written as text. */
export function isPlain(type: Type): boolean {
  return (
    !allows(type, "null") &&
    !allows(type, "undefined") &&
    membersOf(expanded(type)).every((member) =>
      ["string", "openString", "number", "boolean", "literal"].includes(member.kind),
    )
  );
}
