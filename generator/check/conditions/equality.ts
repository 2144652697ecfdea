import type { Rules } from "../../arazzo/index.js";
import type { Comparison, Condition, Value } from "../../ir/model.js";
import { allows, expanded, listedValues, membersOf, present, type Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isOnly, kindsOf, literalOf, mayBeMissing } from "./kinds.js";
import { missing } from "./missing.js";

type Operator = "===" | "!==";

/** Whether two values are equal; `undefined` where they never can be. */
export function equality(operator: Operator, left: TypedValue, right: TypedValue, rules: Rules): Condition | undefined {
  // `null` equals only itself. What is absent is `null`, but for RFC 9535.
  const nothing = rules === "rfc9535" ? "null" : "nullish";
  if (left.type.kind === "null") return missing(operator, right, nothing);
  if (right.type.kind === "null") return missing(operator, left, nothing);
  if (!canBeEqual(left.type, right.type, rules)) return undefined;
  const by = (as: Comparison["as"], a: Value = left.value, b: Value = right.value): Comparison => {
    return { kind: "compare", operator, left: a, right: b, as };
  };
  const both = [left.type, right.type];
  if (rules === "simple") {
    if (both.every((type) => isOnly(type, "text"))) return textEquality(operator, left, right) ?? by("text");
    const [number, other] = typeof literalOf(left.type) === "number" ? [left, right] : [right, left];
    if (typeof literalOf(number.type) === "number" && !isOnly(other.type, "number")) {
      return by("exact", { kind: "made", by: "toNumber", value: other.value }, number.value);
    }
    const plain = both.every((type) => isOnly(type, "number")) || both.some((type) => isOnly(type, "boolean"));
    const lists = both.some((type) => isOnly(type, "list", "object")) && !both.every(mayBeMissing);
    if (!plain && !lists) return by("text");
  }
  const listed = narrows(left, right) || narrows(right, left);
  const plain = both.some((type) => isOnly(type, "text", "number", "boolean"));
  if (!plain || listed) return by("value");
  const oneKind = both.every((type) => !allows(type, "null")) || both.every((type) => !allows(type, "undefined"));
  if (rules === "rfc9535" || oneKind || !both.every(mayBeMissing)) return by("exact");
  return by("exact", orNull(left), orNull(right));
}

/**
 * Whether the compiler would hold one value to the list of the other once they are found to be equal, and take any
 * comparison with what is not in the list for a slip from then on.
 */
function narrows(by: TypedValue, one: TypedValue): boolean {
  if (by.value.kind === "literal" || (listedValues(by.type) ?? []).length === 0) return false;
  if (one.value.kind === "member") return one.value.below.length === 0;
  return ["read", "input", "item"].includes(one.value.kind);
}

/**
 * Text is compared without regard to case. Where only one spelling can come, it is compared as it is; where one is
 * documented, but others may come, it is written as that, so that the compiler knows it. What a called workflow has
 * asked for without regard to case may come in any.
 */
function textEquality(operator: Operator, left: TypedValue, right: TypedValue): Comparison | undefined {
  const [literal, field] = literalOf(left.type) === undefined ? [right, left] : [left, right];
  const text = literalOf(literal.type);
  if (typeof text !== "string") return undefined;
  const isCaseless = text.toLowerCase() === text.toUpperCase();
  const spelling = isCaseless ? text : listedSpelling(text, field.type);
  if (spelling === undefined) return undefined;
  const value: Value = { kind: "literal", value: spelling };
  if (!isCaseless && isOpen(field.documented ?? field.type)) {
    return { kind: "compare", operator, left: field.value, right: value, as: "text", isListed: true };
  }
  const [a, b] = literal === left ? [value, field.value] : [field.value, value];
  return { kind: "compare", operator, left: a, right: b, as: "exact" };
}

function listedSpelling(text: string, field: Type): string | undefined {
  const [only, ...others] = (listedValues(field) ?? []).filter((value) => fold(value) === fold(text));
  return others.length === 0 && only !== undefined ? String(only) : undefined;
}

/** Whether both can be the same value, or one that the rules take for the same. */
export function canBeEqual(left: Type, right: Type, rules: Rules): boolean {
  const [a, b] = [kindsOf(left), kindsOf(right)];
  if (a.size === 0 || b.size === 0) return mayBeMissing(left) && mayBeMissing(right);
  if (a.has("unknown") || b.has("unknown")) return true;
  const shared = [...a].filter((kind) => b.has(kind));
  const coerced = rules === "simple" && coerces(a, b, left) && coerces(b, a, right);
  if (shared.length === 0) return coerced;
  return coerced || fitsLists(left, right, rules === "simple");
}

/** Whether a numeric text can stand beside a number here. */
function coerces(own: ReadonlySet<string>, other: ReadonlySet<string>, type: Type): boolean {
  if (own.has("number") && other.has("text")) return true;
  return own.has("text") && other.has("number") && typeof literalOf(type) !== "string";
}

/**
 * Whether a value of one list is in the other, where both are listed. To a literal, the list of an API counts as whole:
 * a value that it does not have is a slip, until the API adds it.
 */
function fitsLists(left: Type, right: Type, ignoreCase: boolean): boolean {
  const [a = [], b = []] = [listedValues(left), listedValues(right)];
  if (a.length === 0 || b.length === 0) return true;
  if (left.kind !== "literal" && right.kind !== "literal" && (isOpen(left) || isOpen(right))) return true;
  const key = ignoreCase ? fold : JSON.stringify;
  const known = new Set(a.map((value) => key(value)));
  return b.some((value) => known.has(key(value)));
}

/** Whether there can be more than what is listed. */
export function isOpen(type: Type): boolean {
  return membersOf(present(expanded(type))).some(({ kind }) => kind !== "literal");
}

function fold(value: unknown): string {
  return String(value).toLowerCase();
}

function orNull({ value, type }: TypedValue): Value {
  return allows(type, "undefined") ? { kind: "or", value, otherwise: { kind: "literal", value: null } } : value;
}
