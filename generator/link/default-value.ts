import { found, quoted, type Findings, type Place } from "../diagnostics.js";
import { kindOf, overlayFix } from "../documents/index.js";
import { assumedDefault } from "../assume/index.js";
import type { Schema } from "../schema/index.js";
import { assignable } from "../types/assignability.js";
import { scalarAsTaken } from "../types/scalar-as-taken.js";
import { describeType } from "../types/describe.js";
import type { Fallback, Json } from "../ir/model.js";
import { listedValues, literals, never, nothing, string, unknown, type Type } from "../types/type.js";

/**
 * What stands in for an input, if anything does. A text without quotes that was read as a number, true or false is the
 * text as it is written.
 */
export function fallbackOf(schema: Schema, type: Type): Fallback | undefined {
  if (schema.raw["x-default"] === "$credentials.accountSid") return { kind: "credential", name: "accountSid" };
  if (!schema.hasDefault) return undefined;
  const value = schema.default as Json;
  const fits = (one: Json): boolean => assignable(typeOfJson(one), type);
  const isPlain = typeof value === "number" || typeof value === "boolean";
  const written = isPlain && !fits(value) ? writtenDefault(schema) : value;
  return { kind: "literal", value: fits(written) ? written : value };
}

function writtenDefault({ document, at, default: value }: Schema): string {
  return document.written([...at, "default"]) ?? String(value);
}

/** Reports a text without quotes that stands in for an input. */
export function reportUnquoted(name: string, fallback: Fallback, schema: Schema, findings: Findings): void {
  if (fallback.kind !== "literal" || typeof fallback.value !== "string" || typeof schema.default === "string") return;
  const { document, at } = schema;
  const description = "Written as the input takes it.";
  const fix = overlayFix(document, [{ at, description, update: { default: fallback.value } }]);
  const what = found.unquotedText(`the default of the input ${quoted(name)}`, fallback.value, kindOf(schema.default));
  findings.withdraw("inexact-number", document.place([...at, "default"]));
  findings.report(document.place([...at, "default"]), what, fix);
}

/** Looks whether what stands in for an input is of the type that the input has, all its uses considered. */
export function checkDefault(
  name: string,
  fallback: Fallback,
  { type, schema }: { readonly type: Type; readonly schema: Schema },
  place: Place,
  findings: Findings,
): void {
  const given = fallback.kind === "literal" ? typeOfJson(fallback.value) : string;
  if (assignable(given, type)) return;
  const text = fallback.kind === "literal" ? JSON.stringify(fallback.value) : "the account SID";
  const wanted = describeType(type);
  const listed = fallback.kind === "literal" ? listedValues(type) : undefined;
  const what =
    listed === undefined
      ? found.typeConflict.default(name, text, wanted)
      : found.valueOutsideEnum.default(name, text, wanted, listed);
  const meant = fallback.kind === "literal" ? scalarAsTaken(fallback.value, type) : undefined;
  findings.assume(place, what, fallback.kind === "literal" ? assumedDefault(schema, meant) : undefined);
}

function typeOfJson(value: Json): Type {
  if (value === null) return nothing;
  if (typeof value !== "object") return literals([value]) ?? unknown;
  // An empty list is one of anything, and no tuple.
  if (Array.isArray(value))
    return value.length > 0 ? { kind: "tuple", items: value.map(typeOfJson) } : { kind: "array", items: never };
  const fields = Object.entries(value).map(([name, field]) => {
    return { name, type: typeOfJson(field), optional: false, description: undefined };
  });
  return { kind: "object", fields, rest: undefined };
}
