import { reportUnreadable } from "../../link/unreadable.js";
import { isExpression, isFailure } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { bodyKind, type Parameter } from "../../openapi/index.js";
import { typeOfSchema } from "../../types/type-of-schema.js";
import { string, union } from "../../types/type.js";
import type { CheckedValue } from "../values/checked-value.js";
import { checkValue } from "../values/check-value.js";
import type { GivenParameter } from "../../link/given-parameter.js";
import type { CheckSite } from "../values/target.js";
import { readFormText } from "../../link/payload/form-text.js";
import { readJsonText } from "../../link/payload/json-text.js";

/**
 * The query as one value. A text that is a form or JSON is read, so that what is embedded in it gets encoded.
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-object
 */
export function checkWholeQuery(
  { value, at }: GivenParameter,
  { mediaType, schema, required }: Parameter,
  what: string,
  site: CheckSite,
): CheckedValue | undefined {
  const kind = mediaType === undefined ? "text" : bodyKind(mediaType);
  const isJson = kind === "json";
  const read = readText(value, kind === "form" || isJson ? kind : "text", at, site);
  if (read === undefined) return undefined;
  const takes = schema ? [typeOfSchema(schema, site.requestTypes)] : [];
  const isText = typeof read.value === "string" && !isJson;
  const type = isText ? union([...(kind === "form" ? takes : []), string]) : undefined;
  return checkValue(
    read.value,
    { at, schema: isText ? undefined : schema, type, required, what, asText: !isJson },
    site,
  );
}

function readText(
  value: unknown,
  kind: "form" | "json" | "text",
  at: GivenParameter["at"],
  { linked, findings }: CheckSite,
): { readonly value: unknown } | undefined {
  if (typeof value !== "string" || isExpression(value) || kind === "text") return { value };
  const read = kind === "form" ? readFormText(value) : readJsonText(value);
  if (isFailure(read)) {
    const place = linked.document.placeInside(at, read.start, read.end);
    reportUnreadable(read, undefined, { linked, findings, at, place });
    return undefined;
  }
  if ("value" in read) return read;
  findings.report(linked.document.place(at), found.invalidDocument.text("query", kind, read.problem));
  return undefined;
}
