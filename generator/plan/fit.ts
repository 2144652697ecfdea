import { assignable, isPlain } from "./compatible.js";
import type { Value } from "./model.js";
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
  else if (missing && value.kind !== "read") return undefined;
  const sure = value.kind === "read" && target.required ? demanded(value, from) : value;
  return plain ? sure : { kind: "text", value: sure };
}

function fitLiteral(value: Value & { readonly kind: "literal" }, type: Type, target: Type): Value | undefined {
  if (assignable(type, target)) return value;
  return isPlain(type) && assignable(string, target) ? { kind: "literal", value: String(value.value) } : undefined;
}

/** Demanded where the answer comes, if the run then always gets here; else here. */
function demanded(value: Value & { readonly kind: "read" }, { planning, moment }: Omit<Viewpoint, "place">): Value {
  const source = planning.steps.find(({ step }) => step.stepId === value.read.stepId);
  if (source === undefined || !planning.graph.leadsTo(source.index, moment.step)) return { ...value, demanded: true };
  value.read.needed = true;
  return value;
}
