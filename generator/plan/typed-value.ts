import type { FieldRead, Value } from "./model.js";
import { allows, present, string, type Type } from "./type.js";
import { assignable, isPlain } from "./compatible.js";
import type { Inputs } from "./inputs.js";

/** A value and what is known of it. */
export interface TypedValue {
  readonly value: Value;
  readonly type: Type;
  readonly description: string | undefined;
}

/** A place that takes a value: a parameter or a field. */
export interface Target {
  readonly type: Type;
  readonly required: boolean;
}

/**
 * Makes a value fit the place that it goes to: an input is narrowed, an answer's field that may be missing is
 * demanded or left out, a number becomes text where text is wanted.
 * @returns `undefined` where nothing makes it fit
 */
export function fit(typed: TypedValue, target: Target, inputs: Inputs): Value | undefined {
  const { value } = typed;
  if (value.kind === "input" && value.steps.length === 0 && inputs.narrow(value.name, target.type, target.required)) {
    return value;
  }
  const there = present(typed.type);
  const missing = allows(typed.type, "null") || allows(typed.type, "undefined");
  const fitting = assignable(there, target.type) ? value : asText(value, there, target.type);
  if (fitting === undefined) return undefined;
  if (value.kind === "read") return target.required ? demanded(fitting, value.read) : leftOut(fitting, value, missing);
  return missing && target.required ? undefined : fitting;
}

function asText(value: Value, type: Type, target: Type): Value | undefined {
  return isPlain(type) && assignable(string, target) ? { kind: "text", value } : undefined;
}

function demanded(value: Value, read: FieldRead): Value {
  read.needed = true;
  return value;
}

function leftOut(fitting: Value, value: Value & { kind: "read" }, missing: boolean): Value | undefined {
  if (!missing) return fitting;
  // `String(undefined)` would send a word where nothing is meant.
  return fitting === value ? { ...value, orAbsent: true } : undefined;
}
