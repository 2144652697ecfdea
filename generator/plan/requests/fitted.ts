import { didYouMean, type Place as DocumentPlace } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { Schema } from "../../schema/index.js";
import { describeType } from "../../types/describe.js";
import { fit, type Target } from "../fit.js";
import type { Value } from "../../ir/model.js";
import { given as asGiven, typeOfSchema, type SchemaUse } from "../../types/type-of-schema.js";
import { listedValues, unknown, type Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Viewpoint } from "../viewpoint.js";
import { inputTypeFix } from "./input-type-fix.js";
import { placeOf, type PayloadSource } from "./payload-source.js";

/** A place that takes a value: a parameter, a body, or a field inside of one. */
export interface Place {
  /** Where the value stands. */
  readonly at: Path;
  readonly schema: Schema | undefined;
  /** What the place takes, where that is narrower than its schema. */
  readonly type?: Type | undefined;
  readonly required: boolean;
  /** What takes the value, for a reader: ``the field `To` ``. */
  readonly what: string;
  /** It travels as text, whatever its type. */
  readonly asText?: boolean | undefined;
  /** How the schema becomes a type, where that is not as in other bodies of the API. */
  readonly use?: SchemaUse | undefined;
  /** The payload that the value is a part of. */
  readonly source?: PayloadSource | undefined;
}

/** The type that a place takes. */
export function targetType({ schema, type, use }: Place, { current }: Pick<Viewpoint, "current">): Type {
  if (type !== undefined) return type;
  return schema === undefined ? unknown : typeOfSchema(schema, use ?? current?.takes ?? asGiven);
}

export function placeOfGiven({ at, source }: Place, { planning }: Pick<Viewpoint, "planning">): DocumentPlace {
  return planning.linked.document.place(placeOf(at, source));
}

const sayWhatItIs = "Say in an overlay of the OpenAPI document what the API answers with: the `type` of that field.";

/** The value as its place takes it, or `undefined` after saying why it does not. */
export function fitted(
  typed: TypedValue,
  text: string,
  given: Place,
  from: Omit<Viewpoint, "place">,
): Value | undefined {
  const { required, what, asText } = given;
  const target: Target = { type: targetType(given, from), required, asText };
  const value = fit(typed, target, from);
  const { findings } = from.planning;
  const place = placeOfGiven(given, from);
  if (value !== undefined && required && typed.unset !== undefined) {
    const message = `${what} needs ${text}, and the step \`${typed.unset}\` may not have run by then`;
    findings.add("output-maybe-unset", place, message, "Let every way that leads here go through that step.");
  }
  if (value !== undefined) return value;
  const listed = listedValues(target.type);
  if (typed.value.kind === "literal" && listed !== undefined && listed.length > 0) {
    const allowed = listed.map((item) => JSON.stringify(item)).join(", ");
    const hint = didYouMean(String(typed.value.value), listed.map(String)) ?? `Allowed: ${allowed}.`;
    findings.add("value-outside-enum", place, `${what} does not take ${text}`, hint);
  } else {
    const taken = `${what} takes ${describeType(target.type)}`;
    const isLiteral = typed.value.kind === "literal";
    const message = isLiteral ? `${taken}, not ${text}` : `${taken}, and ${text} is ${describeType(typed.type)}`;
    const { value: source } = typed;
    const isInput = source.kind === "input" && source.steps.length === 0;
    const way = isInput
      ? inputTypeFix(source.name, what, { type: target.type, schema: given.schema }, from.planning)
      : undefined;
    const hint = source.kind === "read" && typed.type.kind === "unknown" ? sayWhatItIs : way?.hint;
    findings.add("type-conflict", place, message, hint, way?.fix);
  }
  return undefined;
}
