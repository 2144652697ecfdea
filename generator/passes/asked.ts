import type { Unit } from "../types/known.js";
import type { Comparison, Value } from "../ir/model.js";

/** The outcome of a comparison of two literals; `undefined` where they have no order. */
export function compareUnits(a: Unit, b: Unit, { operator, as }: Comparison): boolean | undefined {
  const [x, y] = as === "nullish" ? [a ?? null, b ?? null] : [a, b];
  if (operator === "===" || operator === "!==") return (x === y) === (operator === "===");
  const isOrdered =
    (typeof x === "number" && typeof y === "number") || (typeof x === "string" && typeof y === "string");
  return isOrdered ? orders[operator](x, y) : undefined;
}

const orders = {
  "<": (x: string | number, y: string | number) => x < y,
  "<=": (x: string | number, y: string | number) => x <= y,
  ">": (x: string | number, y: string | number) => x > y,
  ">=": (x: string | number, y: string | number) => x >= y,
} as const;

/** A value that is compared with a literal, and what it is where it is equal to that; `undefined` of other conditions. */
export function askedOf({
  operator,
  left,
  right,
  as,
}: Comparison): { readonly value: Value; readonly units: readonly Unit[] } | undefined {
  if ((as !== "exact" && as !== "nullish" && as !== "value") || (operator !== "===" && operator !== "!==")) {
    return undefined;
  }
  const [value, unit] = unitOf(left) === undefined ? [left, unitOf(right)] : [right, unitOf(left)];
  if (unit === undefined || unitOf(value) !== undefined) return undefined;
  const isMissing = unit.unit === null || unit.unit === undefined;
  const units = as === "nullish" && isMissing ? [null, undefined] : [unit.unit];
  const instead = value.kind === "or" && value.otherwise !== "NaN" ? unitOf(value.otherwise) : undefined;
  if (value.kind !== "or" || instead === undefined) return { value, units };
  return { value: value.value, units: units.includes(instead.unit) ? [...units, null, undefined] : units };
}

/**
 * A value that is compared with a text whatever its case, and the text in lower case; `undefined` of other conditions.
 * Numeric text is left out, of which several can be one number.
 */
export function textAskedOf({
  operator,
  left,
  right,
  as,
}: Comparison): { readonly value: Value; readonly text: string; readonly folded: string } | undefined {
  if (as !== "text" || (operator !== "===" && operator !== "!==")) return undefined;
  const [value, text] = left.kind === "literal" ? [right, left] : [left, right];
  if (text.kind !== "literal" || typeof text.value !== "string" || value.kind === "literal") return undefined;
  return isNumeric(text.value)
    ? undefined
    : { value, text: text.value, folded: text.value.toUpperCase().toLowerCase() };
}

function isNumeric(text: string): boolean {
  return text.trim() === "" || !Number.isNaN(Number(text));
}

/** The literal that a value is; `undefined` of others. */
export function unitOf(value: Value): { readonly unit: Unit } | undefined {
  if (value.kind === "undefined") return { unit: undefined };
  if (value.kind !== "literal" || (typeof value.value === "object" && value.value !== null)) return undefined;
  return { unit: value.value };
}
