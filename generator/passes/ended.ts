import type { Known } from "../types/known.js";
import type { EndStatement, Field, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { allows } from "../types/type.js";
import type { KnownTypes } from "./accepted.js";
import type { Facts } from "./facts.js";

/** An ending with what is known of its outputs where it is reached, and without those that are missing there. */
export function ended(statement: EndStatement, facts: Facts, types: KnownTypes): EndStatement {
  const fields = statement.fields.filter(({ value }) => !isMissing(value, facts, types));
  return { ...statement, fields, known: knownOf(fields, facts, types) };
}

/** What the compiler knows of values, by their names. */
export function knownOf(fields: readonly Field[], facts: Facts, { keys }: KnownTypes): ReadonlyMap<string, Known> {
  const known = fields.flatMap(({ name, value }) => {
    const one = value.kind === "read" || value.kind === "input" ? facts.get(keys.ofTyped(value)) : undefined;
    return one === undefined ? [] : [[name, one] as const];
  });
  return new Map(known);
}

function isZero(known: Known | undefined): boolean {
  return known !== undefined && "only" in known && known.only.size === 1 && known.only.has(0);
}

function isMissing(value: Value, facts: Facts, { keys, reads }: KnownTypes): boolean {
  if (value.kind !== "read") return false;
  if (keys.listsAround(value.read).some((length) => isZero(facts.get(length)))) return true;
  const known = facts.get(keys.of(value));
  if (known === undefined || !("only" in known)) return false;
  const { type } = readWith(value.read, reads);
  // What is `null` or missing says nothing; what is known to be `null` is handed out.
  const isNullNothing = !allows(type, "null") || (allows(type, "undefined") && known.only.has(undefined));
  return [...known.only].every((unit) => unit === undefined || (unit === null && isNullNothing));
}
