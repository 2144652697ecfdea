import { found } from "../../diagnostics.js";
import type { Field, Value } from "../../ir/model.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { assignable } from "../../types/assignability.js";
import { allows, present, string } from "../../types/type.js";
import type { CheckedLeaf, CheckedValue, PlacedPart } from "./checked-value.js";
import { coerce } from "./coerce.js";
import { misfitting } from "./misfit.js";
import { checkedValue } from "./unknown-value.js";
import { withoutUnsent } from "./unsent.js";
import { writtenText } from "./written-text.js";
import { literalValue, textOf } from "../expressions/values.js";
import { resolve, resolveData, resolveSelector } from "../expressions/resolve.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";

/** The value that is sent, each part of it as its target takes it; `undefined` after saying why there is none. */
export function valueOf(checked: CheckedValue, from: EvaluationContext): Value | undefined {
  switch (checked.kind) {
    case "leaf":
      return valueOfLeaf(checked, from);
    case "object": {
      const fields = checked.fields.flatMap(({ name, value }): readonly Field[] => {
        const sent = valueOf(value, from);
        return sent === undefined ? [] : [{ name, value: sent }];
      });
      for (const stray of checked.strays) valueOf(stray, from);
      const isWhole = !checked.refused && fields.length === checked.fields.length;
      return isWhole ? { kind: "object", fields: [...fields, ...checked.absent] } : undefined;
    }
    case "array": {
      const items = checked.items.map((item) => valueOf(item, from));
      return items.every((item) => item !== undefined) ? { kind: "array", items } : undefined;
    }
    case "authorization": {
      const parts = checked.parts.map((part) => valueOf(part, from));
      return parts.every((part) => part !== undefined) ? authorizationOf(checked.scheme, parts) : undefined;
    }
    case "json": {
      const value = valueOf(checked.value, from);
      return value && { kind: "made", by: "toText", value };
    }
    case "replaced": {
      const [value, by] = [valueOf(checked.value, from), valueOf(checked.by, from)];
      return value && by && { kind: "replaced", value, path: checked.path, by };
    }
    case "refused":
      return undefined;
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc7617.html and https://www.rfc-editor.org/rfc/rfc6750.html */
function authorizationOf(scheme: "Basic" | "Bearer", parts: readonly Value[]): Value {
  if (scheme === "Bearer") return joined([`${scheme} `, ...parts]);
  const pair = joined(parts.flatMap((part, index) => (index === 0 ? [part] : [":", part])));
  return joined([`${scheme} `, { kind: "made", by: "toBase64", value: pair }]);
}

/** Texts one behind the other. */
function joined(parts: readonly (string | Value)[]): Value {
  const texts = parts.map((part) => (typeof part === "object" && part.kind === "literal" ? String(part.value) : part));
  const isPlain = texts.every((part) => typeof part === "string");
  return isPlain ? { kind: "literal", value: texts.join("") } : { kind: "template", parts: texts };
}

function valueOfLeaf(leaf: CheckedLeaf, from: EvaluationContext): Value | undefined {
  const { source, target, text } = leaf;
  const written = writtenText(leaf, { document: from.planning.linked.document, findings: from.planning.findings });
  if (written !== undefined) return { kind: "literal", value: written };
  const typed = leftOut(leaf, from) ?? typedLeaf(leaf, from);
  if (typed === undefined) return undefined;
  const isHandedOn = source.kind === "handedOn";
  const fits = !isHandedOn || assignable(present(typed.type), target.type);
  const value = fits ? coerce(typed, target, from) : undefined;
  if (value === undefined) return misfitting(typed, text, target, from);
  if (target.required && typed.unset !== undefined) {
    from.planning.findings.report(target.place, found.outputMaybeUnset(target.what, text, typed.unset));
  }
  const isThere = target.required || !(allows(typed.type, "null") || allows(typed.type, "undefined"));
  const isSent = target.sent && target.schema !== undefined && isThere;
  return isSent ? withoutUnsent(value, present(typed.type), target.schema) : value;
}

/** The value of a leaf, whatever its target takes; `undefined` after saying why there is none. */
export function typedLeaf({ source, target }: CheckedLeaf, from: EvaluationContext): TypedValue | undefined {
  switch (source.kind) {
    case "literal":
      return literalValue(source.value);
    case "expression":
      return resolve(source.expression, source.text, { ...from, place: target.place });
    case "selector":
      return resolveSelector(source.selector, source.at, from);
    case "template": {
      const values = source.parts.map((part) => (part.kind === "text" ? part.text : embedded(part, from)));
      return values.every((value) => value !== undefined) ? textOf(values) : undefined;
    }
    case "handedOn":
      return from.planning.inputs.value(source.input);
  }
}

type Embedded = PlacedPart & { readonly kind: "expression" };

/** The value of a text that is but one expression, where it may be missing and its target can do without it. */
function leftOut({ source, target }: CheckedLeaf, from: EvaluationContext): TypedValue | undefined {
  if (source.kind !== "template" || target.required) return undefined;
  const [only, ...others] = source.parts;
  if (only?.kind !== "expression" || only.by !== undefined || others.length > 0) return undefined;
  const { findings } = from.planning;
  const what = found.typeConflict.embedded(only.text);
  const typed = findings.mayAssume(what) ? typedPart(only, from) : undefined;
  if (typed === undefined || (typed.unset === undefined && !isUndemanded(typed))) return undefined;
  findings.letPass(only.place, what, "the field is left out then");
  return typed;
}

/** Whether a value may be missing that comes from the caller, in a way that nobody can be held to give it. */
function isUndemanded({ value, type, origin }: TypedValue): boolean {
  return (allows(type, "null") || allows(type, "undefined")) && value.kind !== "read" && origin === undefined;
}

/**
 * A value in a text, which has to be there: a word for what is missing would be sent as if it were meant.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
function embedded(part: Embedded, from: EvaluationContext): TypedValue | undefined {
  const typed = typedPart(part, from);
  if (typed === undefined) return undefined;
  const type = present(typed.type);
  const value = coerce(typed, { type, required: true }, from);
  if (value !== undefined && part.by === undefined) return { ...typed, value, type };
  if (value !== undefined && part.by !== undefined) {
    return { ...typed, value: { kind: "made", by: part.by, value }, type: string };
  }
  const stepId = (from.current ?? from.call)?.step.stepId;
  const what = found.typeConflict.embedded(part.text);
  const checked =
    stepId && part.by === undefined && checkedValue(typed.value, part.text, { type, required: true }, stepId);
  if (checked && from.planning.findings.letPass(part.place, what, "it is there, which is checked before it is sent")) {
    return { ...typed, value: checked, type };
  }
  if (!checked) from.planning.findings.report(part.place, what);
  return undefined;
}

/** The value of an expression in a text; `undefined` after saying why there is none. */
export function typedPart({ expression, text, place }: Embedded, from: EvaluationContext): TypedValue | undefined {
  return resolveData(expression, text, { ...from, place });
}
