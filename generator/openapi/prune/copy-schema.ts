import {
  formatPointer,
  hasChild,
  isList,
  isMapping,
  referenceOf,
  valueAt,
  type Mapping,
  type Path,
} from "../../documents/index.js";
import { keptTargetOf, type Following } from "./kept-target.js";
import { explaining, primitives, strings, texts, types, type JsonObject } from "./keywords.js";

/** Whether a schema describes what is sent or what comes back. */
export type Side = "request" | "response";

/**
 * What a part of a schema is to the whole: the same value, an item of it, or something below a property, through which
 * a type may refer to itself.
 */
export type Within = "itself" | "item" | "property";

/** JSON Pointers to schemas that are no components and may have names all the same. */
export type InlineNames = Readonly<Record<Side, ReadonlySet<string>>>;

/** What a schema is copied with, and whom to tell what it holds. */
export interface Copying extends Following {
  readonly side: Side;
  readonly inlineNames: InlineNames[Side];
  /** A schema that is referred to, and the object that will carry the reference. */
  readonly onReference: (target: Path, written: JsonObject, place: Path, within: Within) => void;
  /** Something that is not the same in requests and in responses. */
  readonly onSided: () => void;
}

/** Set on those enums of responses that the API may extend. */
export const openEnum = "x-open-enum";

/** Set on what is a file: of a `request` a `Blob` or a text, of a `response` a `Blob`. */
export const fileMark = "x-file";

/** On an inline schema that may have a name: which one it is, as {@link inlineMark} says. */
export const inlineKey = "x-inline";

/** What an inline schema is known by, since it may be another one in requests than in responses. */
export function inlineMark(side: Side, pointer: string): string {
  return `${side} ${pointer}`;
}

const lists = ["allOf", "oneOf", "anyOf", "prefixItems"] as const;

/**
 * A copy of the schema at `at`, of those keywords only that say something about its type or explain it, each in the
 * form that the specification gives it.
 */
export function copySchema(at: Path, copying: Copying, within: Within = "itself"): JsonObject | boolean {
  const raw = valueAt(copying.document.root, at);
  if (typeof raw === "boolean") return raw;
  if (!isMapping(raw)) return {};
  // No value is of an empty list; a type says more than a list that somebody forgot to fill.
  if (isList(raw["enum"]) && raw["enum"].length === 0 && !hasChild(raw, "type")) return false;
  const isReference = referenceOf(raw) !== undefined;
  if (isReference && copying.version === "3.0") return withReference(at, texts(raw), copying, within);
  const copy = { ...texts(raw), ...types(raw), ...values(raw, copying) };
  const pointer = formatPointer(at);
  if (copying.inlineNames.has(pointer)) copy[inlineKey] = inlineMark(copying.side, pointer);
  if (isFile(raw)) {
    copying.onSided();
    if (copying.side === "request") copy[fileMark] = "request";
  }
  for (const keyword of lists) {
    const members = raw[keyword];
    if (!isList(members) || members.length === 0) continue;
    const part = keyword === "prefixItems" && within === "itself" ? "item" : within;
    const copies = members.map((_, index) => copySchema([...at, keyword, index], copying, part));
    // What nothing is of is no choice.
    const chosen = keyword === "oneOf" || keyword === "anyOf" ? copies.filter((member) => member !== false) : copies;
    copy[keyword] = chosen.map(asObject);
  }
  const { properties } = raw;
  if (isMapping(properties)) {
    const names = Object.keys(properties).filter((name) => !isOfOtherSide([...at, "properties", name], copying));
    const copied = names.map((name) => [name, copySchema([...at, "properties", name], copying, "property")]);
    copy["properties"] = Object.fromEntries(copied);
  }
  const others = otherProperties(raw, at, copying);
  if (others !== undefined) copy["additionalProperties"] = others;
  if (hasChild(raw, "items")) {
    copy["items"] = copySchema([...at, "items"], copying, within === "itself" ? "item" : within);
  }
  const required = strings(raw["required"]).filter((name) => !isOfOtherSide([...at, "properties", name], copying));
  if (required.length > 0) copy["required"] = required;
  return isReference ? withReference(at, copy, copying, within) : copy;
}

/** The reference itself where nothing beside it changes the type, else both at once. */
function withReference(at: Path, beside: JsonObject, copying: Copying, within: Within): JsonObject {
  const target = keptTargetOf(at, copying);
  if (target === undefined) return beside;
  const written: JsonObject = {};
  copying.onReference(target, written, at, within);
  if (Object.keys(beside).every((keyword) => explaining.has(keyword))) return Object.assign(written, beside);
  const others = isList(beside["allOf"]) ? beside["allOf"] : [];
  return { ...beside, allOf: [written, ...others] };
}

/**
 * Whether the value is no text but bytes: how 3.0 says it, and how 3.1 does.
 * @see https://spec.openapis.org/oas/v3.1.1.html#working-with-binary-data
 */
export function isFile(raw: Mapping): boolean {
  const { type, format, contentMediaType, contentEncoding } = raw;
  if (type !== undefined && ![type].flat().includes("string")) return false;
  return format === "binary" || (typeof contentMediaType === "string" && contentEncoding === undefined);
}

/**
 * What an object holds beside the properties that are listed. In a request that is anything where some are: an index
 * signature would have to take the values of all of them.
 */
function otherProperties(raw: Mapping, at: Path, copying: Copying): JsonObject | boolean | undefined {
  if (hasChild(raw, "patternProperties")) return true;
  if (!hasChild(raw, "additionalProperties")) return undefined;
  const { additionalProperties: others, properties } = raw;
  const isListed = isMapping(properties) && Object.keys(properties).length > 0;
  if (isListed && isMapping(others)) {
    copying.onSided();
    if (copying.side === "request") return true;
  }
  return copySchema([...at, "additionalProperties"], copying, "property");
}

/** `enum` and `const`, of values that have a literal type. */
function values(raw: Mapping, { side, onSided }: Copying): JsonObject {
  const copy: JsonObject = {};
  const allowed = [types(raw)["type"]].flat();
  // Values that are no objects say nothing of an object.
  const isObject = allowed.includes("object") || ["properties", "additionalProperties"].some((key) => key in raw);
  const listed = isList(raw["enum"]) && !isObject ? primitives(raw["enum"]) : undefined;
  if (listed !== undefined && listed.length > 0) {
    copy["enum"] = listed;
    if (allowed.includes("string")) {
      onSided();
      if (side === "response") copy[openEnum] = true;
    }
  }
  const [constant] = primitives([raw["const"]]) ?? [];
  if (constant === null) copy["type"] = "null";
  else if (constant !== undefined) copy["const"] = constant;
  return copy;
}

/** Whether a property is `readOnly`, which nobody sends, or `writeOnly`, which no answer holds. */
function isOfOtherSide(at: Path, copying: Copying): boolean {
  const { document, side, onSided } = copying;
  const behind = keptTargetOf(at, copying) ?? at;
  const marks = [valueAt(document.root, behind), ...(copying.version === "3.0" ? [] : [valueAt(document.root, at)])];
  const has = (mark: string): boolean => marks.some((raw) => isMapping(raw) && raw[mark] === true);
  if (has("readOnly") || has("writeOnly")) onSided();
  return has(side === "request" ? "readOnly" : "writeOnly");
}

function asObject(schema: JsonObject | boolean): JsonObject {
  return typeof schema === "boolean" ? {} : schema;
}
