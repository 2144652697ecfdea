import { isExpression, isFailure, isSelector, parseTemplate } from "../arazzo/index.js";
import { didYouMean } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { alternativeFor } from "./alternative.js";
import { describeType } from "./describe.js";
import type { Field, Json, Value } from "./model.js";
import { wayInto } from "./expression/way-into.js";
import { propertiesOf, requiredOf, takesOthers } from "./object-schema.js";
import { resolveSelector, resolveText } from "./resolve.js";
import { given as asGiven, typeOfSchema } from "./type-of-schema.js";
import { listedValues, literals, nothing, unknown, type Type } from "./type.js";
import { fit, type Target } from "./fit.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** A value as it stands in a document, on its way to a parameter or a field. */
export interface Given {
  readonly value: unknown;
  readonly at: Path;
  readonly schema: Schema | undefined;
  /** What the place takes, where that is narrower than its schema. */
  readonly type?: Type | undefined;
  readonly required: boolean;
  /** What takes the value, for a reader: ``the field `To` ``. */
  readonly what: string;
}

/** The value that is sent, checked against the schema of the place that it goes to. */
export function planValue(given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const { value, schema } = given;
  if (typeof value === "string") return planText(value, given, from);
  if (isSelector(value) && from.planning.linked.arazzo.version === "1.1") {
    const typed = resolveSelector(value, given.at, from);
    return typed && fitted(typed, "what the Selector Object picks", given, from);
  }
  if (typeof value !== "object" || value === null) return planLiteral(value as Json, given, from);
  const alternative = schema && alternativeFor(schema, value);
  if (schema !== undefined && alternative === undefined) return refuseShape(given, schema, from);
  const chosen = { ...given, schema: alternative };
  return Array.isArray(value) ? planArray(value, chosen, from) : planObject(Object.entries(value), chosen, from);
}

function refuseShape({ value, at, what }: Given, schema: Schema, { planning }: Omit<Viewpoint, "place">): undefined {
  const shape = Array.isArray(value) ? "a list" : "an object";
  const type = describeType(typeOfSchema(schema, asGiven));
  const message = `${what} takes ${type}, not ${type.includes(shape) ? `this one` : shape}`;
  planning.findings.add("type-conflict", planning.linked.document.place(at), message);
}

function planText(text: string, given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const place = from.planning.linked.document.place(given.at);
  if (isExpression(text)) {
    const typed = resolveText(text, { ...from, place });
    return typed && fitted(typed, `\`${text}\``, given, from);
  }
  const parts = parseTemplate(text);
  if (isFailure(parts)) {
    from.planning.findings.add("invalid-expression", place, `\`${text}\`: ${parts.message}`, parts.hint);
    return undefined;
  }
  return planLiteral(text, given, from);
}

function planLiteral(value: Json, given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const type = literals([value]) ?? (value === null ? nothing : unknown);
  const typed: TypedValue = { value: { kind: "literal", value }, type, description: undefined };
  return fitted(typed, JSON.stringify(value), given, from);
}

function planArray(items: readonly unknown[], given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const schema = given.schema?.items;
  const planned = items.map((value, index) =>
    planValue(
      { ...given, value, at: [...given.at, index], schema, type: typeInside(given, index), required: true },
      from,
    ),
  );
  return planned.every((item) => item !== undefined) ? { kind: "array", items: planned } : undefined;
}

/** An object's fields; each has to be one that the schema knows, and none that it requires may be missing. */
export function planObject(
  entries: readonly (readonly [string, unknown])[],
  given: Omit<Given, "value">,
  from: Omit<Viewpoint, "place">,
): Value | undefined {
  const { schema, at } = given;
  const properties = schema ? propertiesOf(schema) : new Map<string, Schema>();
  const required = schema ? requiredOf(schema) : new Set<string>();
  const fields: Field[] = [];
  let complete = true;
  for (const [name, value] of entries) {
    const property = properties.get(name);
    if (schema && property === undefined && !takesOthers(schema)) {
      const place = from.planning.linked.document.place([...at, name], "key");
      const hint = didYouMean(name, [...properties.keys()]);
      from.planning.findings.add("unknown-field", place, `${given.what} has no field \`${name}\``, hint);
      complete = false;
      continue;
    }
    const what = `the field \`${name}\``;
    const type = typeInside(given, name);
    const planned = planValue(
      { value, at: [...at, name], schema: property, type, required: required.has(name), what },
      from,
    );
    if (planned === undefined) complete = false;
    else fields.push({ name, value: planned });
  }
  for (const name of required) {
    if (entries.some(([given]) => given === name)) continue;
    from.planning.findings.add(
      "missing-field",
      from.planning.linked.document.place(at, "key"),
      `${given.what} requires the field \`${name}\``,
      `Add \`${name}\` to the payload.`,
    );
    complete = false;
  }
  return complete ? { kind: "object", fields } : undefined;
}

/** What stands inside of a place takes, where that is narrower than its schema. */
function typeInside({ type }: Omit<Given, "value">, key: string | number): Type | undefined {
  const way = type && wayInto(type, [String(key)]);
  return way === undefined || "failedAt" in way ? undefined : way.type;
}

function fitted(
  typed: TypedValue,
  text: string,
  { schema, type, at, required, what }: Given,
  from: Omit<Viewpoint, "place">,
): Value | undefined {
  const target: Target = { type: type ?? (schema ? typeOfSchema(schema, asGiven) : unknown), required };
  const value = fit(typed, target, from);
  const { planning } = from;
  const place = planning.linked.document.place(at);
  if (value !== undefined && required && typed.unset !== undefined) {
    const message = `${what} needs ${text}, and the step \`${typed.unset}\` may not have run by then`;
    planning.findings.add("output-maybe-unset", place, message, "Let every way that leads here go through that step.");
  }
  if (value !== undefined) return value;
  const listed = listedValues(target.type);
  if (typed.value.kind === "literal" && listed !== undefined) {
    const allowed = listed.map((item) => JSON.stringify(item)).join(", ");
    const hint = didYouMean(String(typed.value.value), listed.map(String)) ?? `Allowed: ${allowed}.`;
    planning.findings.add("value-outside-enum", place, `${what} does not take ${text}`, hint);
  } else {
    const taken = `${what} takes ${describeType(target.type)}`;
    const isLiteral = typed.value.kind === "literal";
    const message = isLiteral ? `${taken}, not ${text}` : `${taken}, and ${text} is ${describeType(typed.type)}`;
    planning.findings.add("type-conflict", place, message);
  }
  return undefined;
}
