import { assignable, isPlain } from "../types/assignability.js";
import { listed } from "../types/listed.js";
import type { AnswerRead, Json, Value } from "../ir/model.js";
import { stepWithId } from "./planning.js";
import { allows, literals, present, string, type Type } from "../types/type.js";
import type { TypedValue } from "../ir/typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** A place that takes a value: a parameter or a field. */
export interface Target {
  readonly type: Type;
  readonly required: boolean;
  /** It travels as text, whatever its type: objects where text is wanted are sent as JSON. */
  readonly asText?: boolean | undefined;
}

/**
 * Makes a value fit the place that it goes to: an input is narrowed, an answer's field that may be missing is
 * demanded or left out, a number becomes text where text is wanted, and texts of which an answer lists some are taken
 * for those.
 * @returns `undefined` where nothing makes it fit
 */
export function fit(typed: TypedValue, target: Target, from: Omit<Viewpoint, "place">): Value | undefined {
  const { value } = typed;
  if (value.kind === "literal") return fitLiteral(value, typed.type, target);
  const narrowed = fitInput(value, target, from);
  if (narrowed !== undefined) return narrowed;
  const missing = allows(typed.type, "null") || allows(typed.type, "undefined");
  const as = shapeFor(present(typed.type), target);
  if (as === undefined) return undefined;
  if (missing && !target.required) {
    // `String(undefined)` would send a word where nothing is meant.
    if (as === "text" || as === "json") return { kind: "made", by: "asText", value };
    return shaped(orUndefined(typed, target), as);
  }
  const asked = missing && value.kind === "input" ? demandedInput(value, typed.type, from) : undefined;
  if (missing && value.kind !== "read" && asked === undefined && typed.origin === undefined) return undefined;
  const sure = asked ?? (target.required ? certain(typed, missing, from) : value);
  return shaped(sure, as);
}

function shaped(value: Value, as: Shape): Value {
  switch (as) {
    case "itself":
      return value;
    case "listed":
      return { kind: "made", by: "asListed", value };
    case "text":
      return { kind: "text", value };
    case "json":
      return { kind: "made", by: "toText", value };
  }
}

function fitLiteral(value: Value & { readonly kind: "literal" }, type: Type, target: Target): Value | undefined {
  if (assignable(type, target.type)) return value;
  if (isPlain(type) && assignable(string, target.type)) return { kind: "literal", value: String(value.value) };
  const meant = target.asText && typeof value.value === "string" ? meantBy(value.value) : undefined;
  const read = meant === undefined ? undefined : literals([meant]);
  return meant !== undefined && read && assignable(read, target.type) ? { kind: "literal", value: meant } : undefined;
}

/** The number or boolean that a text is written like. */
function meantBy(text: string): Json | undefined {
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : undefined;
}

/** An input, given now or later, is held to the type of the place; a caller can give nothing else then. */
function fitInput(
  value: Value,
  { type, required }: Target,
  { planning }: Pick<Viewpoint, "planning">,
): Value | undefined {
  const { inputs, reads } = planning;
  const source = value.kind === "read" ? reads.get(value.read).source : undefined;
  const deferred = source?.kind === "deferred" ? source.input : undefined;
  if (deferred !== undefined) {
    return inputs.narrow(deferred, [], type, required) ? value : undefined;
  }
  if (value.kind !== "input") return undefined;
  const keys = value.steps.map(({ key }) => key);
  if (!inputs.narrow(value.name, keys, type, required)) return undefined;
  return required ? { ...value, steps: value.steps.map((step) => ({ ...step, optional: false })) } : value;
}

/** An input that the caller has to give. */
function demandedInput(
  value: Value & { readonly kind: "input" },
  type: Type,
  { planning }: Omit<Viewpoint, "place">,
): Value | undefined {
  if (value.steps.length === 0) planning.inputs.demand(value.name);
  return value.steps.length === 0 ? value : fitInput(value, { type: present(type), required: true }, { planning });
}

type Shape = "itself" | "listed" | "text" | "json";

/** What a value that is there has to become. */
function shapeFor(there: Type, target: Target): Shape | undefined {
  if (assignable(there, target.type)) return "itself";
  if (assignable(listed(there), target.type)) return "listed";
  if (!assignable(string, target.type)) return undefined;
  if (isPlain(there)) return "text";
  return target.asText ? "json" : undefined;
}

/** The value where it is there and not null, if null is not taken. */
function orUndefined({ value, type }: TypedValue, target: Target): Value {
  if (!allows(type, "null") || allows(target.type, "null")) return value;
  return { kind: "or", value, otherwise: { kind: "undefined" } };
}

/** The value, which is demanded where it may be missing whatever its type says: what an answer holds. */
function certain({ value, origin, unset }: TypedValue, missing: boolean, from: Omit<Viewpoint, "place">): Value {
  if (value.kind === "read") {
    const read = from.planning.reads.get(value.read);
    if (unset !== undefined) return presentRead(read);
    return missing || read.source.kind !== "made" ? demanded(read, from) : value;
  }
  return missing && origin !== undefined ? { kind: "present", value, ...origin } : value;
}

/** Demanded where the answer comes, if the run then always gets here; else here. */
function demanded(read: AnswerRead, { planning, moment }: Omit<Viewpoint, "place">): Value {
  const source = stepWithId(read.stepId, planning);
  // What comes with the call of the function comes with no answer.
  const isOfAnswer = source !== undefined && read.source.kind !== "dependency";
  if (!isOfAnswer || !planning.graph.leadsTo(source.index, moment)) return presentRead(read);
  planning.reads.need(read.id);
  return { kind: "read", read: read.id };
}

function presentRead({ id, stepId, expression }: AnswerRead): Value {
  return { kind: "present", value: { kind: "read", read: id }, stepId, expression };
}
