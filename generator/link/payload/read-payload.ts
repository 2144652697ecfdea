import { reportUnreadable } from "../unreadable.js";
import type { WorkflowSite } from "../linked.js";
import { isExpression, isFailure, type RequestBody } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import { bodyKind, type Content } from "../../openapi/index.js";
import { partsOf, type Schema } from "../../schema/index.js";
import { readFormText } from "./form-text.js";
import { readJsonText } from "./json-text.js";
import type { PayloadSource } from "./payload-source.js";
import { withReplacements } from "./replacements.js";

/**
 * The payload of a body, texts that are JSON or forms read, and replacements made; `undefined` after saying why there
 * is none.
 * @param at Where the body stands
 */
export function readPayload(
  body: RequestBody,
  at: Path,
  content: Content,
  planning: WorkflowSite,
): PayloadSource | undefined {
  const payloadAt = [...at, "payload"];
  const read = Object.hasOwn(body, "payload") ? readText(body.payload, payloadAt, content, planning) : { value: {} };
  if (read === undefined) return undefined;
  const source: PayloadSource = { ...read, at: payloadAt, moved: [], late: [] };
  const { replacements = [] } = body;
  if (replacements.length === 0) return source;
  const kind = bodyKind(content.mediaType);
  if (kind === "json" || kind === "form" || kind === "multipart") {
    return withReplacements(source, replacements, [...at, "replacements"], content.mediaType, planning);
  }
  const place = planning.linked.document.place([...at, "replacements"], "key");
  planning.findings.report(place, found.unsupportedFeature.replacements(content.mediaType));
  return undefined;
}

function readText(
  payload: unknown,
  at: Path,
  { mediaType, schema }: Content,
  { linked, findings }: WorkflowSite,
): { readonly value: unknown } | undefined {
  const kind = bodyKind(mediaType);
  if (typeof payload !== "string" || isExpression(payload)) return { value: payload };
  if (kind !== "form" && (kind !== "json" || (schema !== undefined && isText(schema)))) {
    return { value: payload };
  }
  const isData = kind === "form" || /^\s*[{[]/.test(payload);
  const read = kind === "form" ? readFormText(payload) : readJsonText(payload);
  if (isFailure(read)) {
    const place = linked.document.placeInside(at, read.start, read.end);
    reportUnreadable(read, undefined, { linked, findings, at, place });
    return undefined;
  }
  if ("value" in read) return read;
  // A text that does not look like JSON is a text.
  if (!isData) return { value: payload };
  findings.report(linked.document.place(at), found.invalidDocument.text("payload", kind, read.problem));
  return undefined;
}

/** Whether a schema says that its values are texts. */
export function isText(schema: Schema): boolean {
  return partsOf(schema).some(({ types }) => types.size === 1 && types.has("string"));
}
