import { assignable, isPlain } from "./compatible.js";
import type { Value } from "./model.js";
import { stepWithId } from "./planning.js";
import { allows, present, string, type Type } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

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
export function fit(typed: TypedValue, target: Target, from: Omit<Viewpoint, "place">): Value | undefined {
  const { inputs } = from.planning;
  const { value } = typed;
  if (value.kind === "read" && value.read.source.kind === "deferred") {
    if (inputs.narrow(value.read.source.input, target.type, target.required)) return value;
  }
  if (value.kind === "literal") return fitLiteral(value, typed.type, target.type);
  if (value.kind === "input" && value.steps.length === 0 && inputs.narrow(value.name, target.type, target.required)) {
    return value;
  }
  const there = present(typed.type);
  const missing = allows(typed.type, "null") || allows(typed.type, "undefined");
  const plain = assignable(there, target.type);
  if (!plain && !(isPlain(there) && assignable(string, target.type))) return undefined;
  if (missing && !target.required) {
    // `String(undefined)` would send a word where nothing is meant.
    if (!plain) return undefined;
    const mayBeNull = allows(typed.type, "null") && !allows(target.type, "null");
    return (value.kind === "read" || value.kind === "input") && mayBeNull ? { ...value, orAbsent: true } : value;
  }
  if (missing && value.kind === "input" && value.steps.length === 0) inputs.demand(value.name);
  else if (missing && value.kind !== "read" && typed.origin === undefined) return undefined;
  const sure = target.required ? certain(typed, missing, from) : value;
  return plain ? sure : { kind: "text", value: sure };
}

function fitLiteral(value: Value & { readonly kind: "literal" }, type: Type, target: Type): Value | undefined {
  if (assignable(type, target)) return value;
  return isPlain(type) && assignable(string, target) ? { kind: "literal", value: String(value.value) } : undefined;
}

/** The value, which is demanded where it may be missing whatever its type says: what an answer holds. */
function certain({ value, origin }: TypedValue, missing: boolean, from: Omit<Viewpoint, "place">): Value {
  if (value.kind === "read") return missing || value.read.source.kind !== "made" ? demanded(value, from) : value;
  return missing && origin !== undefined ? { kind: "present", value, ...origin } : value;
}

/** Demanded where the answer comes, if the run then always gets here; else here. */
function demanded(value: Value & { readonly kind: "read" }, { planning, moment }: Omit<Viewpoint, "place">): Value {
  const source = stepWithId(value.read.stepId, planning);
  if (source === undefined || !planning.graph.leadsTo(source.index, moment)) return { ...value, demanded: true };
  value.read.needed = true;
  return value;
}
