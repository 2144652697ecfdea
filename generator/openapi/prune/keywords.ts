import type { Mapping } from "../../documents/index.js";

/** An object that is being made. */
export type JsonObject = Record<string, unknown>;

const typeNames: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

/** The keywords of which nothing changes the type. */
export const explaining: ReadonlySet<string> = new Set([
  "title",
  "summary",
  "description",
  "format",
  "default",
  "deprecated",
]);

/** The keywords that explain a value to a reader. */
export function texts(raw: Mapping): JsonObject {
  const copy: JsonObject = {};
  for (const keyword of ["title", "summary", "description", "format"]) {
    if (typeof raw[keyword] === "string" && raw[keyword] !== "") copy[keyword] = raw[keyword];
  }
  if ("default" in raw) copy["default"] = raw["default"];
  if (raw["deprecated"] === true) copy["deprecated"] = true;
  return copy;
}

/** `type` and `nullable`, without types that JSON does not have. */
export function types(raw: Mapping): JsonObject {
  const copy: JsonObject = {};
  const listed = Array.isArray(raw["type"]) ? raw["type"] : [raw["type"]];
  const known = [...new Set(listed)].filter((name) => typeNames.has(name));
  if (known.length > 0) copy["type"] = known.length === 1 ? known[0] : known;
  if (raw["nullable"] === true) copy["nullable"] = true;
  return copy;
}

/** The values, if all of them have a literal type. */
export function primitives(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.every((value) => value === null || ["string", "number", "boolean"].includes(typeof value))
    ? values
    : undefined;
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Keys whose value is not an object of the specification but a map of them, by names of the document. */
export const maps: ReadonlySet<string> = new Set([
  "paths",
  "content",
  "responses",
  "requestBodies",
  "schemas",
  "properties",
  "patternProperties",
]);
