import { found, type Assumption, type Fix } from "../../diagnostics.js";
import type { Value } from "../../ir/model.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { isPlain } from "../../types/assignability.js";
import { holdsFile } from "../../types/files.js";
import { describeType } from "../../types/describe.js";
import { expanded, listedValues, membersOf, present, unknown, type Type } from "../../types/type.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";
import { assumedInput } from "../requests/assumed-input.js";
import { inputTypeFix } from "../requests/input-type-fix.js";
import { assumedAnything, because } from "../../assume/index.js";
import type { LeafTarget } from "./checked-value.js";
import { literalAsTaken } from "./coerce.js";
import { listOfLiteral, listOfOne } from "./list-meant.js";
import { itemsIn } from "./items-in.js";
import { literalFix } from "./literal-fix.js";
import { assumedSameObject } from "./same-object.js";
import { checkedValue } from "./unknown-value.js";

/** Reports a value that its target does not take. @returns what is sent all the same, where the meaning is plain */
export function misfitting(
  typed: TypedValue,
  text: string,
  target: LeafTarget,
  from: EvaluationContext,
): Value | undefined {
  const { value, type } = typed;
  if (value.kind === "literal") return misfittingLiteral(value, text, target, from);
  if (holdsFile(type) && target.type.kind === "unknown") {
    from.planning.findings.report(target.place, found.typeConflict.file(target.what, text));
    return undefined;
  }
  if (type.kind === "unknown") return misfittingUnknown(typed, text, target, from);
  const { what, schema, place } = target;
  const { planning } = from;
  const isInput = value.kind === "input" && value.steps.length === 0;
  const way = isInput ? inputTypeFix(value.name, what, { type: target.type, schema }, planning) : undefined;
  const is = found.typeConflict.value(what, describeType(target.type), text, describeType(type), way?.declaration);
  const assumption = isInput ? assumedInput(value.name, typed, target, from) : assumedOfAnswer(typed, target, from);
  const list = assumption === undefined ? listOfOne(planning.linked.document, target.at, type, target.type) : undefined;
  planning.findings.assume(place, is, assumption ?? list, way?.fix);
  return undefined;
}

/** That a place takes a text where it asks for a number, or an object with such fields, and the like: what one part of an API says another may take. */
function assumedOfAnswer(
  { type: is }: TypedValue,
  target: LeafTarget,
  { current, call }: EvaluationContext,
): Assumption | undefined {
  const { type, schema, what } = target;
  const stepId = (current ?? call)?.step.stepId;
  const isKind = membersOf(present(expanded(type))).every(({ kind }) => kind !== "literal");
  const isScalar = isKind && isPlain(present(is)) && isPlain(present(type));
  if (stepId === undefined) return undefined;
  const isWhole = isScalar || (isUntypedList(is) && itemsIn(type).length > 0);
  return isWhole ? assumedAnything(schema, what, because(stepId, "sends")) : assumedSameObject(is, target, stepId);
}

/** Whether it is a list, and nothing more is known of it. */
function isUntypedList(type: Type): boolean {
  const members = membersOf(present(expanded(type)));
  return members.every((member) => member.kind === "array" && member.items.kind === "unknown");
}

function misfittingLiteral(
  value: Value & { readonly kind: "literal" },
  text: string,
  { type, what, place, at }: LeafTarget,
  { planning: { findings, linked } }: EvaluationContext,
): Value | undefined {
  const listed = listedValues(type) ?? [];
  const conflict =
    listed.length > 0
      ? found.valueOutsideEnum.value(what, text, String(value.value), listed)
      : found.typeConflict.literal(what, describeType(type), text);
  const meant = literalAsTaken(value, type, text);
  if (meant === undefined) {
    findings.assume(place, conflict, listOfLiteral(linked.document, at, value.value, type));
    return undefined;
  }
  const fix = (): Fix | undefined => literalFix(linked.document, at, value.value, meant.value);
  return findings.letPass(place, conflict, `it is ${JSON.stringify(meant.value)}`, fix) ? meant : undefined;
}

function misfittingUnknown(
  { value }: TypedValue,
  text: string,
  target: LeafTarget,
  { planning: { findings }, ...from }: EvaluationContext,
): Value | undefined {
  const { what, place, type, schema } = target;
  const stepId = (from.current ?? from.call)?.step.stepId;
  const conflict =
    value.kind === "read"
      ? found.typeConflict.untyped(what, describeType(type), text, describeType(unknown))
      : found.typeConflict.value(what, describeType(type), text, describeType(unknown), undefined);
  const checked = stepId === undefined ? undefined : checkedValue(value, text, target, stepId);
  if (checked !== undefined) {
    return findings.letPass(place, conflict, "it is that, which is checked before it is sent") ? checked : undefined;
  }
  const anything = stepId === undefined ? undefined : assumedAnything(schema, what, because(stepId, "sends"));
  findings.assume(place, conflict, anything);
  return undefined;
}
