import {
  allows,
  expanded,
  keyOf,
  listedValues,
  membersOf,
  optionalType,
  sameType,
  union,
  type ObjectField,
  type Type,
} from "./type.js";

/** Pairs of types that are taken to fit while they are looked into: types that hold themselves come back to them. */
type Assumed = ReadonlySet<string>;

/**
 * Whether every value of `from` is one of `to`: what the compiler will ask of the generated code. It may say no where
 * the compiler would say yes, but never the other way round.
 */
export function assignable(from: Type, to: Type, assumed: Assumed = new Set()): boolean {
  if (to.kind === "unknown" || sameType(from, to)) return true;
  return membersOf(from).every((member) => reaches(member, to, assumed));
}

/** One member of a union against all of another. */
function reaches(from: Type, to: Type, assumed: Assumed): boolean {
  const targets = membersOf(to);
  if (targets.some((target) => sameType(from, target))) return true;
  if (from.kind === "named") return assuming(from, to, assumed, (inner) => assignable(from.is, to, inner));
  return targets.some((target) =>
    target.kind === "named"
      ? assuming(from, target, assumed, (inner) => assignable(from, target.is, inner))
      : fits(from, target, assumed),
  );
}

function assuming(from: Type, to: Type, assumed: Assumed, ask: (inner: Assumed) => boolean): boolean {
  const pair = `${keyOf(from)} in ${keyOf(to)}`;
  return assumed.has(pair) || ask(new Set([...assumed, pair]));
}

/** Both without a name, and neither a union. */
function fits(from: Type, to: Type, assumed: Assumed): boolean {
  if (to.kind === "unknown") return true;
  switch (from.kind) {
    case "literal":
      return to.kind === "literal"
        ? to.value === from.value
        : to.kind === typeof from.value || (to.kind === "openString" && typeof from.value === "string");
    case "openString":
    case "string":
      return to.kind === "string" || to.kind === "openString";
    case "array":
      return to.kind === "array" && assignable(from.items, to.items, assumed);
    case "tuple":
      if (to.kind === "array") return from.items.every((item) => assignable(item, to.items, assumed));
      return to.kind === "tuple" && tupleFits(from.items, to.items, assumed);
    case "object":
      return to.kind === "object" && objectFits(from, to, assumed);
    default:
      return from.kind === to.kind;
  }
}

function tupleFits(from: readonly Type[], to: readonly Type[], assumed: Assumed): boolean {
  if (from.length !== to.length) return false;
  return from.every((item, index) => {
    const target = to[index];
    return target !== undefined && assignable(item, target, assumed);
  });
}

/** What the compiler takes every object to have, so that it is not left away but `undefined`. */
export const ofEveryObject: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

function objectFits(from: Type & { kind: "object" }, to: Type & { kind: "object" }, assumed: Assumed): boolean {
  const fields = new Map(from.fields.map((field) => [field.name, field]));
  const known = to.fields.every((wanted) => {
    const field = fields.get(wanted.name);
    return field === undefined
      ? wanted.optional && from.rest === undefined && !ofEveryObject.has(wanted.name)
      : (wanted.optional || !field.optional) && assignable(withAbsent(field), withAbsent(wanted), assumed);
  });
  if (!known || isStrange(from, to)) return false;
  const { rest } = to;
  if (rest === undefined || rest.kind === "unknown") return true;
  const others = [...from.fields.map((field) => field.type), ...(from.rest === undefined ? [] : [from.rest])];
  return others.every((type) => assignable(type, rest, assumed));
}

/** The compiler takes an object that shares no field with one whose fields are all optional for a mistake. */
function isStrange(from: Type & { kind: "object" }, to: Type & { kind: "object" }): boolean {
  if (to.rest !== undefined || to.fields.length === 0 || from.fields.length === 0) return false;
  return from.fields.every((field) => !to.fields.some((wanted) => wanted.name === field.name));
}

/** The type of a field, `undefined` included where it is optional. */
export function withAbsent(field: ObjectField): Type {
  return field.optional ? optionalType(field.type) : field.type;
}

/** How deep types that hold themselves are met. */
const deepest = 8;

/**
 * What a value of the type `declared` has to be to go where `to` is wanted; `undefined` where nothing fits both. Of
 * objects, the declared fields are met one by one, and none is added that was not declared.
 */
export function narrowedTo(declared: Type, to: Type, depth = 0): Type | undefined {
  // Of two lists of the same values the one that has a name.
  if (assignable(declared, to)) return isNamedList(to) && assignable(to, declared) ? to : declared;
  if (assignable(to, declared)) return to;
  if (depth > deepest) return undefined;
  const both = membersOf(expanded(declared)).flatMap((left) =>
    membersOf(expanded(to)).flatMap((right) => narrowedMember(left, right, depth) ?? []),
  );
  const met = union(both);
  return both.length > 0 && assignable(met, to) ? met : undefined;
}

function isNamedList(type: Type): boolean {
  return type.kind === "named" && listedValues(type) !== undefined;
}

function narrowedMember(left: Type, right: Type, depth: number): Type | undefined {
  if (assignable(left, right)) return left;
  if (assignable(right, left)) return right;
  if (left.kind === "array" && right.kind === "array") {
    const items = narrowedTo(left.items, right.items, depth + 1);
    return items && { kind: "array", items };
  }
  if (left.kind !== "object" || right.kind !== "object") return undefined;
  const fields: ObjectField[] = [];
  for (const field of left.fields) {
    const wanted = right.fields.find(({ name }) => name === field.name);
    const optional = field.optional && (wanted?.optional ?? true);
    const type = wanted === undefined ? field.type : narrowedTo(field.type, wanted.type, depth + 1);
    if (type === undefined) return undefined;
    fields.push({ ...field, type, optional });
  }
  return { ...left, fields };
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
