import { isExpression, isFailure, isSelector, parseTemplate, type TemplatePart } from "../arazzo/index.js";
import { didYouMean, nearest, quoted } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { alternativeFor } from "./alternative.js";
import { describeType } from "../types/describe.js";
import { wayInto } from "./expression/way-into.js";
import type { Field, Json, Value } from "../ir/model.js";
import { othersOf, propertiesOf, requiredOf, takesOthers } from "../types/object-schema.js";
import { fitted, placeOfGiven, targetType, type Place } from "./requests/fitted.js";
import { placeOf, replacementsAt } from "./requests/payload-source.js";
import { replacedValue } from "./requests/replaced-value.js";
import { templateValue } from "./requests/template-value.js";
import { resolveSelector, resolveText } from "./resolve.js";
import { assignable } from "../types/assignability.js";
import { leftAway } from "./left-away.js";
import { expanded, literals, membersOf, nothing, string, unknown, type Type } from "../types/type.js";
import type { TypedValue } from "../ir/typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** A value as it stands in a document, on its way to a parameter or a field. */
export interface Given extends Place {
  readonly value: unknown;
}

/** The value that is sent, checked against the schema of the place that it goes to. */
export function planValue(given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const { value, schema } = given;
  if (typeof value === "string") return planText(value, given, from);
  if (isSelector(value) && from.planning.linked.arazzo.version === "1.1") {
    const typed = resolveSelector(value, placeOf(given.at, given.source), from);
    return typed && fitted(typed, "what the Selector Object picks", given, from);
  }
  if (typeof value !== "object" || value === null) return planLiteral(value as Json, given, from);
  const alternative = schema && alternativeFor(schema, value);
  const isTaken = (schema === undefined || alternative !== undefined) && takesShapeOf(value, given.type);
  if (!isTaken) return planOtherShape(value, given, from);
  return planInside(value, { ...given, schema: alternative }, from);
}

/** Whether a list or an object is taken where the type is narrower than the schema. */
function takesShapeOf(value: object, type: Type | undefined): boolean {
  const kinds = Array.isArray(value) ? ["array", "tuple"] : ["object"];
  return type === undefined || membersOf(expanded(type)).some(({ kind }) => kind === "unknown" || kinds.includes(kind));
}

function planInside(value: object, given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  return Array.isArray(value) ? planArray(value, given, from) : planObject(Object.entries(value), given, from);
}

/** A list or an object where neither is taken: in what travels as text, a text is JSON then. */
function planOtherShape(value: object, given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const type = targetType(given, from);
  if (given.asText && assignable(string, type)) {
    const inside = planInside(value, { ...given, schema: undefined, type: undefined }, from);
    return inside && { kind: "made", by: "toText", value: inside };
  }
  const shape = Array.isArray(value) ? "a list" : "an object";
  const taken = describeType(type);
  const message = `${given.what} takes ${taken}, not ${taken.includes(shape) ? "this one" : shape}`;
  from.planning.findings.add("type-conflict", placeOfGiven(given, from), message);
  return undefined;
}

function planText(text: string, given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const place = placeOfGiven(given, from);
  if (isExpression(text)) {
    const typed = resolveText(text, { ...from, place });
    const value = typed && fitted(typed, quoted(text), given, from);
    const late = replacementsAt(given.at, given.source);
    return late.reduce<Value | undefined>(
      (before, replacement) => before && replacedValue(before, replacement, given, from, planValue),
      value,
    );
  }
  const parts = parseTemplate(text);
  if (isFailure(parts)) {
    from.planning.findings.add("invalid-expression", place, `${quoted(text)}: ${parts.message}`, parts.hint);
    return undefined;
  }
  return parts.some((part) => part.kind === "expression")
    ? planTemplate(text, parts, given, from)
    : planLiteral(text, given, from);
}

/** A text with expressions in it. One alone, where no text is taken, is the expression itself. */
function planTemplate(
  text: string,
  parts: readonly TemplatePart[],
  given: Given,
  from: Omit<Viewpoint, "place">,
): Value | undefined {
  const [only, ...others] = parts;
  const isAlone = only?.kind === "expression" && others.length === 0;
  if (isAlone && !assignable(string, targetType(given, from))) return planText(only.text, given, from);
  const typed = templateValue(text, parts, placeOf(given.at, given.source), from);
  return typed && fitted(typed, quoted(text), given, from);
}

function planLiteral(value: Json, given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const type = literals([value]) ?? (value === null ? nothing : unknown);
  const typed: TypedValue = { value: { kind: "literal", value }, type, description: undefined };
  return fitted(typed, JSON.stringify(value), given, from);
}

function planArray(items: readonly unknown[], given: Given, from: Omit<Viewpoint, "place">): Value | undefined {
  const { prefixItems = [], items: others } = given.schema ?? {};
  const isTuple = prefixItems.length > 0 && (others === undefined || typeof given.schema?.raw["items"] === "boolean");
  if (isTuple && items.length !== prefixItems.length) {
    const message = `${given.what} takes a list of ${prefixItems.length}, not of ${items.length}`;
    from.planning.findings.add("type-conflict", placeOfGiven(given, from), message);
    return undefined;
  }
  const planned = items.map((value, index) => {
    const schema = prefixItems[index] ?? others;
    const inside = { ...given, value, at: [...given.at, index], schema, type: typeInside(given, index) };
    return planValue({ ...inside, required: true }, from);
  });
  return planned.every((item) => item !== undefined) ? { kind: "array", items: planned } : undefined;
}

/** An object's fields; each has to be one that the schema knows, and none that it requires may be missing. */
export function planObject(
  entries: readonly (readonly [string, unknown])[],
  given: Place,
  from: Omit<Viewpoint, "place">,
): Value | undefined {
  const { schema, at } = given;
  const properties = schema ? propertiesOf(schema) : new Map<string, Schema>();
  const required = new Set([...(schema ? requiredOf(schema) : []), ...requiredBy(given.type)]);
  const fields: Field[] = [];
  const strangers: string[] = [];
  let complete = true;
  for (const [name, value] of entries) {
    const property = properties.get(name);
    const isListed = schema === undefined || property !== undefined || takesOthers(schema);
    if (!isListed || !takesField(given.type, name)) {
      reportUnknown([...at, name], isListed ? fieldNames(given.type) : [...properties.keys()], given, from);
      // Its value may be wrong too, whatever field was meant.
      const any = { schema: undefined, type: undefined, required: false, what: `the field ${quoted(name)}` };
      planValue({ ...given, ...any, value, at: [...at, name] }, from);
      complete = false;
      strangers.push(name);
      continue;
    }
    const what = `the field ${quoted(name)}`;
    const inside = { schema: property ?? (schema && othersOf(schema)), type: typeInside(given, name), what };
    const planned = planValue({ ...given, ...inside, value, at: [...at, name], required: required.has(name) }, from);
    if (planned === undefined) complete = false;
    else fields.push({ name, value: planned });
  }
  const isGiven = (name: string): boolean => entries.some(([known]) => known === name);
  const missing = [...required].filter((name) => !isGiven(name));
  // One that was given under a misspelt name is reported under that.
  const misspelt = new Set(strangers.map((name) => nearest(name, properties.keys())));
  for (const name of missing) if (!misspelt.has(name)) reportMissing(name, given, from);
  fields.push(
    ...leftAway(
      properties.keys(),
      entries.map(([name]) => name),
    ),
  );
  return complete && missing.length === 0 ? { kind: "object", fields } : undefined;
}

function reportUnknown(
  at: Path,
  known: readonly string[],
  { what, source }: Place,
  { planning }: Omit<Viewpoint, "place">,
): void {
  const name = String(at.at(-1));
  const place = planning.linked.document.place(placeOf(at, source), "key");
  const hint = known.length > 0 ? didYouMean(name, known) : undefined;
  planning.findings.add("unknown-field", place, `${what} has no field ${quoted(name)}`, hint);
}

function reportMissing(name: string, { at, what, source }: Place, { planning }: Omit<Viewpoint, "place">): void {
  const place = planning.linked.document.place(placeOf(at, source), "key");
  const message = `${what} requires the field ${quoted(name)}`;
  planning.findings.add("missing-field", place, message, `Add \`${name}\` to the payload.`);
}

/** Whether a type that is narrower than its schema has room for the field. */
function takesField(type: Type | undefined, name: string): boolean {
  const objects = objectsIn(type);
  return (
    objects.length === 0 ||
    objects.some(({ fields, rest }) => rest !== undefined || fields.some((field) => field.name === name))
  );
}

function fieldNames(type: Type | undefined): readonly string[] {
  return objectsIn(type).flatMap(({ fields }) => fields.map(({ name }) => name));
}

function objectsIn(type: Type | undefined): readonly (Type & { readonly kind: "object" })[] {
  return type === undefined ? [] : membersOf(expanded(type)).filter((member) => member.kind === "object");
}

/** The fields that no object of a type can do without. */
function requiredBy(type: Type | undefined): readonly string[] {
  const [first, ...others] = objectsIn(type).map(({ fields }) => fields.filter(({ optional }) => !optional));
  const inAll = first?.filter(({ name }) => others.every((fields) => fields.some((field) => field.name === name)));
  return inAll?.map(({ name }) => name) ?? [];
}

/** What stands inside of a place takes, where that is narrower than its schema. */
function typeInside({ type }: Place, key: string | number): Type | undefined {
  const way = type && wayInto(type, [String(key)]);
  return way === undefined || "failedAt" in way ? undefined : way.type;
}
