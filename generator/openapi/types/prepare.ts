import { child, isList, isMapping, valueAt, type Mapping } from "../../documents/index.js";
import { fileMark, openEnum, type Side } from "../prune/copy-schema.js";
import { explaining, maps, type JsonObject } from "../prune/keywords.js";
import { composed } from "./composed.js";
import { docOf, type DocLines } from "./doc-of.js";

/** Stands among the values of an enum for any other text, and is replaced once the types are a tree. */
export const anyOtherText = "\0any other text";

/** Stand as the one value of an enum for what is sent as a file, and for one that is answered, likewise. */
export const anyFile = { request: "\0any file to send", response: "\0any file" };

/** What became part of a comment, and the name that would put an operation somewhere else than at its path. */
const leftOut: ReadonlySet<string> = new Set([...explaining, "operationId"]);

/** A document as openapi-typescript gets it. */
export interface Prepared {
  readonly document: Mapping;
  /** The doc comments, each a list of lines. In the document stand only their numbers, as `#<number>`. */
  readonly docs: readonly (readonly string[])[];
  /** What stands in the document for a text of the original, and that text. */
  readonly standIns: ReadonlyMap<string, string>;
}

/**
 * Readies a pruned document for openapi-typescript: every text that becomes a comment is taken out and numbered, so
 * that none goes through its hands, names that it cannot take get stand-ins, open enums get a value that says so, and
 * operations lose their ids, so that each is written at its path and method.
 */
export function prepare(pruned: Mapping, docLines: DocLines): Prepared {
  const docs: (readonly string[])[] = [];
  const standIns = new Map<string, string>();

  /**
   * openapi-typescript joins names to pointers and decodes these again, so that it stumbles over `%` and `#/`. What
   * begins with NUL is ours.
   */
  function safe(text: unknown): unknown {
    if (typeof text !== "string" || !/^\0|#\/|%/.test(text)) return text;
    const known = [...standIns].find(([, original]) => original === text);
    const standIn = known?.[0] ?? `\0text ${standIns.size}`;
    standIns.set(standIn, text);
    return standIn;
  }

  const resolve = (reference: string): unknown => valueAt(pruned, reference.split("/").slice(1));

  /** By the schema itself, or by the component that it is, since the type of that has no default. */
  function defaultOf(schema: Mapping): unknown {
    const { $ref: reference, default: initial } = schema;
    if (initial !== undefined || typeof reference !== "string") return initial;
    return child(resolve(reference), "default");
  }

  function object(given: Mapping, isType = false): JsonObject {
    const raw = withItems(withNull(composed(given, resolve)));
    const lines = docOf(raw, docLines, isType ? undefined : defaultOf);
    const kept = Object.entries(raw).filter(([key]) => !leftOut.has(key) && !key.startsWith("x-"));
    const copy: JsonObject = Object.fromEntries(kept.map(([key, entry]) => [key, value(key, entry)]));
    if (isMapping(raw["responses"]) && isList(raw["parameters"])) copy["responses"] = withSuccess(copy["responses"]);
    for (const key of ["name", "const"]) if (key in copy) copy[key] = safe(copy[key]);
    for (const key of ["required", "enum"]) if (isList(copy[key])) copy[key] = copy[key].map(safe);
    const file = raw[fileMark];
    if (file === "request" || file === "response") Object.assign(copy, fileOf(raw, file));
    if (isList(copy["enum"]) && raw[openEnum] === true) copy["enum"] = [...copy["enum"], anyOtherText];
    if (lines.length > 0) copy["description"] = `#${docs.push(lines) - 1}`;
    return copy;
  }

  function value(key: string, entry: unknown): unknown {
    if (isList(entry)) return entry.map((item) => (isMapping(item) ? object(item) : item));
    if (!isMapping(entry)) return entry;
    if (!maps.has(key)) return object(entry);
    return Object.fromEntries(
      Object.entries(entry).map(([name, item]) => [
        safe(name),
        isMapping(item) ? object(item, key === "schemas") : item,
      ]),
    );
  }

  return { document: object(pruned), docs, standIns };
}

/** openapi-typescript knows of no bytes. */
function fileOf({ type, nullable }: Mapping, side: Side): JsonObject {
  return { type: "string", enum: [anyFile[side]], nullable: nullable === true || [type].flat().includes("null") };
}

/** openapi-typescript takes no notice of what follows the first items of a list. */
function withItems(raw: Mapping): Mapping {
  const { prefixItems, items, ...others } = raw;
  if (!isList(prefixItems) || !isMapping(items)) return raw;
  return { ...others, items: { anyOf: [...prefixItems, items] } };
}

/** openapi-typescript takes no notice of a `null` beside a `const`. */
function withNull(raw: Mapping): Mapping {
  const { const: constant, type, properties: _properties, additionalProperties: _additional, ...others } = raw;
  const isNullable = raw["nullable"] === true || (isList(type) && type.includes("null"));
  return constant !== undefined && isNullable ? { ...others, nullable: true, enum: [constant] } : raw;
}

/** An operation that documents nothing but a `default` answers with that where it succeeds, too. */
function withSuccess(responses: unknown): unknown {
  if (!isMapping(responses) || responses["default"] === undefined) return responses;
  const succeeds = Object.keys(responses).some((status) => status.startsWith("2"));
  return succeeds ? responses : { "2XX": responses["default"], ...responses };
}
