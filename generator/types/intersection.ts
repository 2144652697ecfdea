import { assignable, withAbsent } from "./assignability.js";
import { expanded, membersOf, never, sameType, union, unknown, type ObjectField, type Type } from "./type.js";

/** How deep types that hold themselves are looked into. */
const deepest = 8;

/** How many combinations of alternatives are told apart; beyond this many the first type stands for all. */
const most = 256;

/** Whether the values are taken, so that nothing may be said of them that does not hold, or wanted. */
type Side = "taken" | "wanted";

/**
 * The type of the values that are of all these types: what `A & B` is to the compiler. Where nothing can be of all of
 * them though the compiler does not see that, it is `unknown` of what is taken, and `never` of what is wanted.
 */
export function intersection(types: readonly Type[], side: Side): Type {
  return types.reduce((all, type) => both(all, type, side, 0), unknown);
}

/** What cannot be, and stays unknown whatever else it has to be. */
const mixed: Type = { kind: "unknown" };

function both(left: Type, right: Type, side: Side, depth: number): Type {
  if (left === mixed || right === mixed) return mixed;
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown" || sameType(left, right) || depth > deepest) return left;
  const [lefts, rights] = [membersOf(left), membersOf(right)];
  if (lefts.length * rights.length > most) return left;
  const pairs = lefts.flatMap((one) => rights.map((other) => bothMembers(one, other, side, depth)));
  return pairs.includes(mixed) ? mixed : union(pairs);
}

function bothMembers(left: Type, right: Type, side: Side, depth: number): Type {
  if (sameType(left, right)) return left;
  if (left.kind === "named" || right.kind === "named") return both(expanded(left), expanded(right), side, depth + 1);
  if (left.kind === "object" && right.kind === "object") return bothObjects(left, right, side, depth);
  if (left.kind === "array" && right.kind === "array") {
    return { kind: "array", items: both(left.items, right.items, side, depth + 1) };
  }
  if (assignable(left, right)) return left;
  if (assignable(right, left)) return right;
  return side === "taken" && isMixed(left, right) ? mixed : never;
}

/** An object and something that is none, which the compiler keeps apart only from what is missing. */
function isMixed(left: Type, right: Type): boolean {
  const isMissing = [left, right].some(({ kind }) => kind === "null" || kind === "undefined");
  return !isMissing && (isStructured(left) || isStructured(right));
}

function isStructured({ kind }: Type): boolean {
  return kind === "object" || kind === "array" || kind === "tuple";
}

type ObjectType = Type & { kind: "object" };

function bothObjects(left: ObjectType, right: ObjectType, side: Side, depth: number): Type {
  const names = new Set([...left.fields, ...right.fields].map(({ name }) => name));
  const fields = [...names].map((name): ObjectField => {
    const [one, other] = [left, right].map((object) => object.fields.find((field) => field.name === name));
    if (one !== undefined && other !== undefined) {
      const optional = one.optional && other.optional;
      // What is required of one side may still be there and `undefined`, if that one takes anything.
      const type = optional
        ? both(one.type, other.type, side, depth + 1)
        : both(withAbsent(one), withAbsent(other), side, depth + 1);
      return { ...other, ...one, type, optional };
    }
    const field = one ?? other ?? { name, type: unknown, optional: true, description: undefined };
    const { rest } = one === undefined ? left : right;
    // What one side takes under any name it wants of the fields of the other, too.
    return rest === undefined || side === "taken" ? field : { ...field, type: both(field.type, rest, side, depth + 1) };
  });
  const impossible = fields.filter(({ type, optional }) => !optional && sameType(type, never));
  if (impossible.some(({ name }) => side === "wanted" || isTold(name, [left, right]))) return never;
  const rest = bothRests(left.rest, right.rest, side, depth);
  const takesAll = rest === undefined || fields.every(({ type }) => assignable(type, rest));
  return { kind: "object", fields, rest: takesAll ? rest : unknown };
}

/**
 * Whether the compiler tells objects apart by this field: if no value fits it, it takes the whole for impossible, unless
 * one of them says so itself.
 */
function isTold(name: string, objects: readonly ObjectType[]): boolean {
  const types = objects.flatMap(({ fields }) => fields.find((field) => field.name === name)?.type ?? []);
  const members = types.map((type) => membersOf(expanded(type)));
  const isUnit = ({ kind }: Type): boolean => kind === "literal" || kind === "boolean";
  return members.every((each) => each.length > 0) && members.some((each) => each.every(isUnit));
}

function bothRests(left: Type | undefined, right: Type | undefined, side: Side, depth: number): Type | undefined {
  return left === undefined || right === undefined ? (left ?? right) : both(left, right, side, depth + 1);
}

/** The type with these fields in it required, wherever it has them. */
export function demanding(type: Type, names: ReadonlySet<string>): Type {
  if (names.size === 0) return type;
  if (type.kind === "union") return union(type.members.map((member) => demanding(member, names)));
  const lacking = (fields: readonly ObjectField[]): boolean =>
    fields.some(({ name, optional }) => optional && names.has(name));
  if (type.kind === "named") {
    const is = expanded(type);
    return membersOf(is).some((member) => member.kind === "object" && lacking(member.fields))
      ? demanding(is, names)
      : type;
  }
  if (type.kind !== "object" || !lacking(type.fields)) return type;
  const fields = type.fields.map((field) => (names.has(field.name) ? { ...field, optional: false } : field));
  return { ...type, fields };
}
