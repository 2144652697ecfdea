import { isList, isMapping, type Mapping } from "../../documents/index.js";
import { explaining, type JsonObject } from "../prune/keywords.js";

/** Finds what a `$ref` of the document leads to. */
export type Resolve = (reference: string) => unknown;

/**
 * A schema with `allOf`, `anyOf` or `oneOf`, written as nothing but an `allOf`: of what it says itself, of its parts,
 * and of one choice for each of the others. openapi-typescript makes a union of a schema and its `anyOf`, loses a
 * `null`, and lets optional what is required beside the part that lists it; an `allOf` of such parts it gets right.
 */
export function composed(raw: Mapping, resolve: Resolve): Mapping {
  const { allOf, anyOf, oneOf } = raw;
  const all = isList(allOf) ? allOf : [];
  const choices = [choiceOf("anyOf", anyOf), choiceOf("oneOf", oneOf)].flat();
  const isListed = (isList(raw["enum"]) && raw["enum"].length > 0) || raw["const"] !== undefined;
  if (all.length + choices.length === 0 || isListed) return raw;
  const required = requiredIn(raw);
  const parts = [...ownPart(raw, required), ...all.filter(saysMore), ...choices].map((part) =>
    demanding(part, required, resolve),
  );
  const nullable = raw["nullable"] === true || [raw["type"]].flat().includes("null");
  const outer = { ...kept(raw), ...(nullable ? { nullable } : {}) };
  const [only, ...others] = parts;
  if (only === undefined) return outer;
  // Of a list whose item is such a list openapi-typescript loses a level, unless it sees the inner one.
  if (others.length === 0 && only["$ref"] === undefined) {
    return { ...only, ...outer, ...(nullable || only["nullable"] === true ? { nullable: true } : {}) };
  }
  return { ...outer, allOf: parts };
}

function choiceOf(keyword: "anyOf" | "oneOf", members: unknown): readonly JsonObject[] {
  const [only, ...others] = isList(members) ? members : [];
  if (only === undefined) return [];
  return others.length === 0 && isMapping(only) ? [only] : [{ [keyword]: members }];
}

const asking = ["properties", "additionalProperties", "items", "prefixItems"] as const;

/** What the schema asks for itself. That it is an object its parts say as well. */
function ownPart(raw: Mapping, required: readonly string[]): readonly JsonObject[] {
  const asked = asking.filter((key) => raw[key] !== undefined && raw[key] !== false && !hasNothing(key, raw[key]));
  const own: JsonObject = Object.fromEntries(asked.map((key) => [key, raw[key]]));
  const types = [raw["type"]].flat().filter((type) => type !== undefined && type !== "null");
  const [type, ...others] = types;
  if (asked.length === 0 && others.length === 0 && (type === undefined || type === "object")) return [];
  if (type !== undefined) own["type"] = others.length === 0 ? type : types;
  return [required.length > 0 ? { ...own, required } : own];
}

function hasNothing(key: string, value: unknown): boolean {
  return key === "properties" && isMapping(value) && Object.keys(value).length === 0;
}

function kept(raw: Mapping): JsonObject {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => explaining.has(key)));
}

/** Whether a part does more than explain the whole, or require what another part lists. */
function saysMore(part: unknown): part is Mapping {
  return isMapping(part) && Object.keys(part).some((key) => key !== "required" && !explaining.has(key));
}

/** What a schema requires of itself and of its parts; a part may require what another one lists. */
function requiredIn(raw: Mapping): readonly string[] {
  const own = isList(raw["required"]) ? raw["required"].filter((name) => typeof name === "string") : [];
  const parts = isList(raw["allOf"]) ? raw["allOf"].filter(isMapping) : [];
  return [...new Set([...own, ...parts.flatMap(requiredIn)])];
}

/** The schema with these properties of it required, wherever it lists them. */
function demanding(raw: JsonObject | Mapping, names: readonly string[], resolve: Resolve, outer = new Set()): Mapping {
  const reference = raw["$ref"];
  if (typeof reference === "string") {
    const target = resolve(reference);
    const lacking = isMapping(target) && !outer.has(target) ? names.filter((name) => lacks(target, name, resolve)) : [];
    if (!isMapping(target) || lacking.length === 0) return raw;
    const listed = lacking.filter((name) => hasProperty(target, name));
    if (listed.length === lacking.length) return { allOf: [raw], required: listed };
    return demanding(target, lacking, resolve, new Set([...outer, target]));
  }
  const required = isList(raw["required"]) ? raw["required"] : [];
  const added = names.filter((name) => hasProperty(raw, name) && !required.includes(name));
  const copy: JsonObject = added.length > 0 ? { ...raw, required: [...required, ...added] } : { ...raw };
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const members = copy[keyword];
    if (!isList(members)) continue;
    copy[keyword] = members.map((member) => (isMapping(member) ? demanding(member, names, resolve, outer) : member));
  }
  return copy;
}

function hasProperty(raw: Mapping, name: string): boolean {
  return isMapping(raw["properties"]) && Object.hasOwn(raw["properties"], name);
}

/** Whether the schema lists a property somewhere without requiring it. */
function lacks(raw: Mapping, name: string, resolve: Resolve, outer: ReadonlySet<unknown> = new Set()): boolean {
  if (outer.has(raw)) return false;
  const within = new Set([...outer, raw]);
  const target = typeof raw["$ref"] === "string" ? resolve(raw["$ref"]) : undefined;
  if (isMapping(target)) return lacks(target, name, resolve, within);
  if (requiredIn(raw).includes(name)) return false;
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => (isList(raw[keyword]) ? raw[keyword] : []));
  return hasProperty(raw, name) || parts.some((part) => isMapping(part) && lacks(part, name, resolve, within));
}
