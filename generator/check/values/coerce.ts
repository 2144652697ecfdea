import { stepWithId } from "../../flow/linked-workflow.js";
import { assignable, isPlain } from "../../types/assignability.js";
import { holdsFile, takesFile } from "../../types/files.js";
import { listed } from "../../types/listed.js";
import { scalarAsTaken } from "../../types/scalar-as-taken.js";
import type { AnswerRead, Value } from "../../ir/model.js";
import { allows, present, string, type Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";

/** What a target takes. */
export interface Expected {
  readonly type: Type;
  readonly required: boolean;
  /** It travels as text, whatever its type: objects where text is wanted are sent as JSON. */
  readonly asText?: boolean | undefined;
  /** Files go there, whatever its type. */
  readonly asFile?: boolean | undefined;
}

/**
 * Makes a value fit its target: an answer's field that may be missing is demanded or left out, a number becomes text
 * where text is wanted, and texts of which an answer lists some are taken for those.
 * @returns `undefined` where nothing makes it fit
 */
export function coerce(typed: TypedValue, target: Expected, from: EvaluationContext): Value | undefined {
  const { value } = typed;
  if (value.kind === "literal") return coerceLiteral(value, typed.type, target);
  const missing = allows(typed.type, "null") || allows(typed.type, "undefined");
  const as = shapeFor(present(typed.type), target);
  if (as === undefined) return undefined;
  const required = target.required || (missing && isToldOf(typed, from));
  if (missing && !required) {
    // `String(undefined)` would send a word where nothing is meant.
    if (as === "text" || as === "json") return { kind: "made", by: "asText", value };
    return shaped(orUndefined(typed, target), as);
  }
  if (missing && value.kind !== "read" && typed.origin === undefined) return undefined;
  // A caller cannot leave out or give as `null` what goes to a target that is required.
  const isLater = value.kind === "read" && from.planning.reads.get(value.read).source.kind === "deferred";
  const isGiven = isLater && as === "itself" && !missing;
  return shaped(required && !isGiven ? certain(typed, missing, from) : value, as);
}

/**
 * Whether the value is a property of an answer whose document does not say that it, or what holds it, may be `null`. A
 * request without it would be another one than the workflow tells of, also where the API would take that.
 */
function isToldOf({ value, type, unset }: TypedValue, { planning }: EvaluationContext): boolean {
  if (value.kind !== "read" || unset !== undefined || allows(type, "null")) return false;
  const { source } = planning.reads.get(value.read);
  if (source.kind !== "data" || !source.afterSuccess || source.below.length > 0) return false;
  return source.steps.every(({ optional }) => !optional);
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

function coerceLiteral(value: Value & { readonly kind: "literal" }, type: Type, target: Expected): Value | undefined {
  if (assignable(type, target.type)) return value;
  if (isPlain(type) && assignable(string, target.type)) return { kind: "literal", value: String(value.value) };
  return target.asText ? literalAsTaken(value, target.type) : undefined;
}

/**
 * The literal as a target takes it: the number or boolean that a text is written like, or the other way round.
 * @param written How a number or boolean is written
 */
export function literalAsTaken(
  { value }: Value & { readonly kind: "literal" },
  type: Type,
  written?: string,
): (Value & { readonly kind: "literal" }) | undefined {
  const meant = scalarAsTaken(value, type, written);
  return meant === undefined ? undefined : { kind: "literal", value: meant };
}

export type Shape = "itself" | "listed" | "text" | "json";

/** What a value that is there has to become. */
export function shapeFor(there: Type, target: Expected): Shape | undefined {
  // As JSON or in a text nothing would be left of a file.
  if (holdsFile(there) && !target.asFile && !takesFile(target.type)) return undefined;
  if (assignable(there, target.type)) return "itself";
  if (assignable(listed(there), target.type)) return "listed";
  if (!assignable(string, target.type)) return undefined;
  if (isPlain(there)) return "text";
  return target.asText ? "json" : undefined;
}

/** The value where it is there and not null, if null is not taken. */
function orUndefined({ value, type }: TypedValue, target: Expected): Value {
  if (!allows(type, "null") || allows(target.type, "null")) return value;
  return { kind: "or", value, otherwise: { kind: "undefined" } };
}

/** The value, which is demanded where it may be missing whatever its type says: what an answer holds. */
function certain({ value, origin, unset }: TypedValue, missing: boolean, from: EvaluationContext): Value {
  if (value.kind === "read") {
    const read = from.planning.reads.get(value.read);
    if (unset !== undefined) return presentRead(read);
    return missing || read.source.kind !== "made" ? demanded(read, from) : value;
  }
  return missing && origin !== undefined ? { kind: "present", value, ...origin } : value;
}

/** Demanded where the answer comes, if the run then always gets here; else here. */
function demanded(read: AnswerRead, { planning, moment }: EvaluationContext): Value {
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
