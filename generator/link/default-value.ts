import { found, type Findings, type Place } from "../diagnostics.js";
import { assignable } from "../types/assignability.js";
import { describeType } from "../types/describe.js";
import type { Fallback, Json } from "../ir/model.js";
import { listedValues, literals, never, nothing, string, unknown, type Type } from "../types/type.js";

/** Looks whether what stands in for an input is of the type that the input has, all its uses considered. */
export function checkDefault(name: string, fallback: Fallback, type: Type, place: Place, findings: Findings): void {
  const given = fallback.kind === "literal" ? typeOfJson(fallback.value) : string;
  if (assignable(given, type)) return;
  const text = fallback.kind === "literal" ? JSON.stringify(fallback.value) : "the account SID";
  const wanted = describeType(type);
  const listed = fallback.kind === "literal" ? listedValues(type) : undefined;
  if (listed === undefined) findings.report(place, found.typeConflict.default(name, text, wanted));
  else findings.report(place, found.valueOutsideEnum.default(name, text, wanted, listed));
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
