import {
  assumedEachItem,
  assumedInPath,
  assumedList,
  assumedOptionalField,
  assumedProperty,
  assumedWhole,
  because,
} from "../../assume/index.js";
import {
  eachItemMeant,
  isExpression,
  isFailure,
  isSelector,
  parseExpression,
  parseTemplate,
  type TemplatePart,
} from "../../arazzo/index.js";
import { found, misspelt, quoted, type Fix } from "../../diagnostics.js";
import { overlayFix, valueAt, type Path } from "../../documents/index.js";
import type { Json } from "../../ir/model.js";
import type { Schema } from "../../schema/index.js";
import { assignable } from "../../types/assignability.js";
import { describeType } from "../../types/describe.js";
import { forbidsOthers, isMarked, othersOf, propertiesOf, requiredOf, takesOthers } from "../../types/object-schema.js";
import { expanded, membersOf, string, type Type } from "../../types/type.js";
import { reportUnreadable } from "../../link/unreadable.js";
import { alternativeFor } from "./alternative.js";
import type { CheckedValue, LeafSource, PlacedPart } from "./checked-value.js";
import { jsonIn, looksLikeXml, markupMaker } from "./embedding.js";
import { pathInto } from "../../ir/property-path.js";
import { leftAway } from "./left-away.js";
import { itemsIn } from "./items-in.js";
import { meantField, nameMeant } from "./meant-field.js";
import { placeOf, replacementsAt, type LateReplacement } from "../../link/payload/payload-source.js";
import { landingOf } from "../requests/replacement-target.js";
import { placeOfTarget, targetType, type CheckSite, type Target } from "./target.js";

const refused: CheckedValue = { kind: "refused" };

/** Checks a value of the document against the schema of its target. What does not depend on expressions is reported. */
export function checkValue(value: unknown, target: Target, site: CheckSite): CheckedValue {
  if (typeof value === "string") return checkText(value, target, site);
  if (isSelector(value) && site.linked.arazzo.version === "1.1") {
    const at = placeOf(target.at, target.source);
    return leaf({ kind: "selector", selector: value, at }, "what the Selector Object picks", target, site);
  }
  if (typeof value !== "object" || value === null) return literal(value as Json, target, site);
  const alternative = target.schema && alternativeFor(target.schema, value);
  const isTaken = (target.schema === undefined || alternative !== undefined) && takesShapeOf(value, target.type);
  if (!isTaken) return checkOtherShape(value, target, site);
  return checkInside(value, { ...target, schema: alternative }, site);
}

/** A value that goes to its target as a whole. */
export function leaf(source: LeafSource, text: string, target: Target, site: CheckSite): CheckedValue {
  const { required, asText = false, what, schema, use } = target;
  const place = placeOfTarget(target, site);
  return {
    kind: "leaf",
    source,
    text,
    target: {
      type: targetType(target, site),
      required,
      asText,
      asFile: use?.files,
      sent: (use ?? site.requestTypes).sent,
      what,
      schema,
      at: placeOf(target.at, target.source),
      place,
    },
  };
}

function literal(value: Json, target: Target, site: CheckSite): CheckedValue {
  const written = site.linked.document.written(placeOf(target.at, target.source));
  return leaf({ kind: "literal", value, written }, written ?? JSON.stringify(value), target, site);
}

/** Whether a list or an object is taken where the type is narrower than the schema. */
function takesShapeOf(value: object, type: Type | undefined): boolean {
  const kinds = Array.isArray(value) ? ["array", "tuple"] : ["object"];
  return type === undefined || membersOf(expanded(type)).some(({ kind }) => kind === "unknown" || kinds.includes(kind));
}

function checkInside(value: object, target: Target, site: CheckSite): CheckedValue {
  return Array.isArray(value) ? checkArray(value, target, site) : checkObject(Object.entries(value), target, site);
}

/** A list or an object where neither is taken: in what travels as text, a text is JSON then. */
function checkOtherShape(value: object, target: Target, site: CheckSite): CheckedValue {
  const type = targetType(target, site);
  if (target.asText && assignable(string, type)) {
    return asJson(value, target, site);
  }
  const shape = Array.isArray(value) ? "a list" : "an object";
  const at = placeOf(target.at, target.source);
  const { document } = site.linked;
  const isItem = valueAt(document.root, at) === value && itemsIn(type).some((items) => takesShapeOf(value, items));
  const what = found.typeConflict.shape(target.what, describeType(type), shape);
  site.findings.assume(document.place(at), what, isItem ? assumedList(document, at, [value]) : undefined);
  return refused;
}

function asJson(value: object, target: Target, site: CheckSite): CheckedValue {
  return { kind: "json", value: checkInside(value, { ...target, schema: undefined, type: undefined }, site) };
}

function checkText(text: string, target: Target, site: CheckSite): CheckedValue {
  if (isExpression(text)) return checkExpression(text, target, site);
  const parts = parseTemplate(text);
  if (isFailure(parts)) {
    reportUnreadable(parts, text, { ...site, at: target.at, place: placeOfTarget(target, site) });
    return refused;
  }
  return parts.some((part) => part.kind === "expression")
    ? checkTemplate(text, parts, target, site)
    : literal(text, target, site);
}

function checkExpression(text: string, target: Target, site: CheckSite): CheckedValue {
  const expression = parseExpression(text);
  if (isFailure(expression)) {
    const each = itemsIn(targetType(target, site)).length > 0 ? eachItemMeant(text) : undefined;
    const assumed = each && assumedEachItem(site.linked.document, placeOf(target.at, target.source), each);
    reportUnreadable(expression, text, { ...site, at: target.at, place: placeOfTarget(target, site), assumed });
    return refused;
  }
  const whole = leaf({ kind: "expression", expression, text }, quoted(text), target, site);
  const replacements = replacementsAt(target.at, target.source);
  return replacements.reduce((value, replacement) => checkReplaced(value, replacement, target, site), whole);
}

/** What an expression stands for with another value at a place inside of it, which is checked against the schema. */
function checkReplaced(
  value: CheckedValue,
  replacement: LateReplacement,
  { schema, asText, use, what }: Target,
  site: CheckSite,
): CheckedValue {
  const landing = landingOf(replacement, schema, site);
  if (landing === undefined) return { kind: "replaced", value, path: [], by: refused };
  const inside = { at: replacement.from, schema: landing.schema, required: landing.required, what, asText, use };
  return { kind: "replaced", value, path: landing.path, by: checkValue(replacement.value, inside, site) };
}

/** A text with expressions in it. One alone, where no text is taken, is the expression itself. */
function checkTemplate(text: string, parts: readonly TemplatePart[], target: Target, site: CheckSite): CheckedValue {
  const [only, ...others] = parts;
  const isAlone = only?.kind === "expression" && others.length === 0;
  if (isAlone && !assignable(string, targetType(target, site))) return checkText(only.text, target, site);
  const json = assignable(string, targetType(target, site)) ? jsonIn(text) : undefined;
  if (json !== undefined) return asJson(json, target, site);
  const at = placeOf(target.at, target.source);
  const { document } = site.linked;
  const isXml = target.isMarkup === true || looksLikeXml(text);
  // What was read out of a longer text has no place of its own in it.
  const isThere = valueAt(document.root, at) === text;
  const placed = parts.map((part, index): PlacedPart => {
    const isInside = isThere && part.kind === "expression";
    const place = isInside ? document.placeInside(at, part.start, part.end) : document.place(at);
    return { ...part, place, ...(isXml && { by: markupMaker(parts.slice(0, index)) }) };
  });
  return leaf({ kind: "template", parts: placed }, quoted(text), target, site);
}

function checkArray(items: readonly unknown[], target: Target, site: CheckSite): CheckedValue {
  const { prefixItems = [], items: others } = target.schema ?? {};
  const isTuple = prefixItems.length > 0 && (others === undefined || typeof target.schema?.raw["items"] === "boolean");
  if (isTuple && items.length !== prefixItems.length) {
    const what = found.typeConflict.length(target.what, prefixItems.length, items.length);
    site.findings.report(placeOfTarget(target, site), what);
    return refused;
  }
  const checked = items.map((value, index) => {
    const schema = prefixItems[index] ?? others;
    const inside = { ...target, at: [...target.at, index], schema, type: typeInside(target, index), required: true };
    return checkValue(value, inside, site);
  });
  return { kind: "array", items: checked };
}

/** An object's fields; each has to be one that the schema knows, and none that it requires may be missing. */
function checkObject(entries: readonly (readonly [string, unknown])[], target: Target, site: CheckSite): CheckedValue {
  const { schema, at } = target;
  const properties = schema ? propertiesOf(schema) : new Map<string, Schema>();
  const required = new Set([...(schema ? requiredOf(schema) : []), ...requiredBy(target.type)]);
  const given = entries.map(([name]) => name);
  const fields: { readonly name: string; readonly value: CheckedValue }[] = [];
  const strays: CheckedValue[] = [];
  const strangers: string[] = [];
  for (const [name, value] of entries) {
    const property = properties.get(name);
    const what = `the field ${quoted(name)}`;
    if (isUnsent(property, target, site) && reportUnsent([...at, name], target, site)) continue;
    const isListed = schema === undefined || property !== undefined || takesOthers(schema);
    if (!isListed || !takesField(target.type, name)) {
      const known = isListed ? fieldNames(target.type) : [...properties.keys()];
      const isNew =
        !isListed &&
        misspelt(
          name,
          known.filter((other) => !given.includes(other)),
        ) === undefined;
      reportUnknown([...at, name], given, known, isNew, target, site);
      // Its value may be wrong too, whatever field was meant.
      const any = { ...target, at: [...at, name], schema: undefined, type: undefined, required: false, what };
      strays.push(checkValue(value, any, site));
      strangers.push(name);
      continue;
    }
    const inside = { schema: property ?? (schema && othersOf(schema)), type: typeInside(target, name), what };
    const field = { ...target, ...inside, at: [...at, name], required: required.has(name) };
    fields.push({ name, value: checkValue(value, field, site) });
  }
  const missing = [...required].filter((name) => !given.includes(name));
  // One that was given under a misspelt name is reported under that.
  const meant = new Set(strangers.map((name) => misspelt(name, properties.keys()) ?? nameMeant(name, given, schema)));
  const isAround = strangers.some((name) => name === schema?.component);
  for (const name of isAround ? [] : missing) if (!meant.has(name)) reportMissing(name, target, site);
  const absent = leftAway(properties.keys(), given);
  return { kind: "object", fields, absent, strays, refused: strangers.length + missing.length > 0 };
}

/** Whether a property is one that requests do not hold. */
function isUnsent(property: Schema | undefined, { use }: Target, { requestTypes }: CheckSite): boolean {
  return (use ?? requestTypes).sent === true && isMarked(property, "readOnly");
}

/** @returns whether the field may be left out */
function reportUnsent(at: Path, { what, source }: Target, { linked: { document }, findings }: CheckSite): boolean {
  const written = placeOf(at, source);
  const description = "It is readOnly, and no request holds it.";
  const fix = (): Fix | undefined => overlayFix(document, [{ at: written, description }]);
  const unsent = found.unknownField.readOnly(what, String(at.at(-1)));
  return findings.letPass(document.place(written, "key"), unsent, "it is not sent", fix);
}

function reportUnknown(
  at: Path,
  given: readonly string[],
  known: readonly string[],
  isNew: boolean,
  target: Target,
  { linked, findings, stepId }: CheckSite,
): void {
  const { what, source, schema } = target;
  const name = String(at.at(-1));
  const place = linked.document.place(placeOf(at, source), "key");
  const isOpen = isNew && schema !== undefined && !forbidsOthers(schema) && stepId !== undefined;
  const property = isOpen ? assumedProperty(schema, name, because(stepId, "sends")) : undefined;
  const isCalled = schema !== undefined && schema.component === name;
  const whole = isCalled ? assumedWhole(linked.document, placeOf(at, source), stepOf(at)) : undefined;
  const inPath = assumedInPath(linked.document, placeOf(at, source), stepOf(at));
  const other = meantField(at, given, target, linked.document);
  findings.assume(place, found.unknownField.inBody(what, name, known), whole ?? property ?? inPath ?? other);
}

/** Where the step stands that something belongs to. */
function stepOf(at: Path): Path {
  return at.slice(0, 4);
}

function reportMissing(name: string, { at, what, source, schema }: Target, { linked, findings }: CheckSite): void {
  const place = linked.document.place(placeOf(at, source), "key");
  findings.assume(place, found.missingField.inBody(what, name), schema && assumedOptionalField(schema, name));
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

/** The type expected at a key inside of a target, where the type of the target is narrower than its schema. */
function typeInside({ type }: Target, key: string | number): Type | undefined {
  const way = type && pathInto(type, [String(key)]);
  return way === undefined || "failedAt" in way ? undefined : way.type;
}
