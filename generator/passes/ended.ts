import type { Known } from "../types/known.js";
import type { EndStatement, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { allows } from "../types/type.js";
import type { KnownTypes } from "./accepted.js";
import type { Facts } from "./facts.js";

/** An ending with what is known of its outputs where it is reached, and without those that are missing there. */
export function ended(statement: EndStatement, facts: Facts, types: KnownTypes): EndStatement {
  const fields = statement.fields.filter(({ value }) => !isMissing(value, facts, types));
  const known = fields.flatMap(({ name, value }) => {
    const one = value.kind === "read" || value.kind === "input" ? facts.get(types.keys.ofTyped(value)) : undefined;
    return one === undefined ? [] : [[name, one] as const];
  });
  return { ...statement, fields, known: new Map(known) };
}

function isZero(known: Known | undefined): boolean {
  return known !== undefined && "only" in known && known.only.size === 1 && known.only.has(0);
}

function isMissing(value: Value, facts: Facts, { keys, reads }: KnownTypes): boolean {
  if (value.kind !== "read") return false;
  if (keys.listsAround(value.read).some((length) => isZero(facts.get(length)))) return true;
  const known = facts.get(keys.of(value));
  if (known === undefined || !("only" in known)) return false;
  return [...known.only].every((unit) => {
    return unit === undefined || (unit === null && !allows(readWith(value.read, reads).type, "null"));
  });
}
