import { assumedAnything, assumedAsTaken, assumedType, because, type DeclaredInput } from "../../assume/index.js";
import type { Assumption } from "../../diagnostics.js";
import { isWithin } from "../../documents/index.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { wholeInput } from "../../link/whole-input.js";
import { expanded, membersOf, present } from "../../types/type.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";
import type { LeafTarget } from "../values/checked-value.js";
import { shapeFor } from "../values/coerce.js";
import { declarationOf, typeOfDeclaration } from "./input-type-fix.js";

/**
 * That an input is what its place takes. Where it goes to several places that agree on nothing, it stays what it is
 * declared as, and this place takes it.
 */
export function assumedInput(
  name: string,
  { type: is }: TypedValue,
  target: LeafTarget,
  { planning, current, call }: EvaluationContext,
): Assumption | undefined {
  const { inputs, linked, at: workflowAt, sends } = planning;
  const { type, schema, what } = target;
  const at = inputs.declaredAt(name);
  const stepId = (current ?? call)?.step.stepId;
  if (at === undefined || stepId === undefined) return undefined;
  // A component is shared with workflows for which its type may be right.
  const input = isWithin(at, [...workflowAt, "inputs"]) ? { document: linked.document, at, what } : undefined;
  const declaration = declarationOf(type, schema);
  const taken = declaration && typeOfDeclaration(declaration);
  const places = sends.leaves.flatMap(({ leaf: { source, target: place } }) =>
    source.kind === "expression" && wholeInput(source.text, inputs) === name ? [place] : [],
  );
  const agree = places.every((place) => shapeFor(taken ?? type, place) !== undefined);
  const asTaken = (one: DeclaredInput): Assumption | undefined =>
    declaration === undefined ? assumedAsTaken(one) : assumedType(one, { ...declaration });
  const assumed = input && agree ? asTaken(input) : undefined;
  const isPlain = membersOf(expanded(present(is))).every(
    (member) => member.kind !== "object" && member.kind !== "array",
  );
  // An object where a text or a number belongs is no slip of the pen.
  return assumed ?? (isPlain ? assumedAnything(schema, what, because(stepId, "sends")) : undefined);
}
