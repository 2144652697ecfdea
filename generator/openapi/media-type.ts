import type { Schema } from "../schema/index.js";
import type { Content, ResponseEntry } from "./model.js";

/**
 * The content for a media type: that of the very name, parameters and case aside, else that of a range (`text/*`).
 * @see https://spec.openapis.org/oas/v3.1.1.html#media-types
 */
export function contentFor(contents: readonly Content[], mediaType: string): Content | undefined {
  const wanted = essence(mediaType);
  const [kind] = wanted.split("/");
  const json = bodyKind(wanted) === "json" ? ["application/*+json"] : [];
  const candidates = [wanted, ...json, `${kind}/*`, "*/*"];
  return candidates.map((name) => contents.find((content) => essence(content.mediaType) === name)).find(Boolean);
}

/** The contents that are JSON, `application/problem+json` and the like included. */
export function jsonContents(contents: readonly Content[]): readonly Content[] {
  return contents.filter(({ mediaType }) => bodyKind(mediaType) === "json");
}

/** The schema of the JSON that a response holds. */
export function jsonSchema(response: ResponseEntry | undefined): Schema | undefined {
  return response && jsonContents(response.contents)[0]?.schema;
}

/** What a body of a media type is made of: JSON, fields, text, or bytes. */
export type BodyKind = "json" | "form" | "multipart" | "text" | "binary";

const textual = /^text\/|^application\/(xml|yaml|x-yaml|graphql|jwt|sql|javascript)$|\+(xml|yaml)$/;

/** JSON texts one behind the other. */
const jsonTexts = /^application\/((x-)?(ndjson|jsonl|jsonlines|json-stream)|json-seq|stream\+json|[\w.-]+\+json-seq)$/;

/** Whether a body of this media type comes piece by piece: events, or JSON texts. */
export function isStream(mediaType: string): boolean {
  const name = essence(mediaType);
  return name === "text/event-stream" || name === "multipart/x-mixed-replace" || jsonTexts.test(name);
}

/** Whether a stream is one of server-sent events. */
export function isEventStream(mediaType: string): boolean {
  return essence(mediaType) === "text/event-stream";
}

/** Whether each JSON text of a stream stands behind a record separator. @see https://www.rfc-editor.org/rfc/rfc7464 */
export function isRecords(mediaType: string): boolean {
  return essence(mediaType).endsWith("json-seq");
}

/** What a body of this media type is made of. Of a range it is what is most likely meant. */
export function bodyKind(mediaType: string): BodyKind {
  const name = essence(mediaType);
  if (jsonTexts.test(name)) return "text";
  if (/^(application|text)\/json$|\+json$|^(\*|application)\/\*$/.test(name)) return "json";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (name === "multipart/form-data") return "multipart";
  return textual.test(name) ? "text" : "binary";
}

/** Whether a text of this media type is XML or HTML. */
export function isMarkup(mediaType: string): boolean {
  return /[/+]x?(ht)?ml$/.test(essence(mediaType));
}

/** What an answer is read as: JSON where it can be that, as a file where some of it is neither that nor text. */
export function answerKind({ contents }: Pick<ResponseEntry, "contents">): "json" | "text" | "file" | "nothing" {
  const kinds = new Set(contents.map(({ mediaType }) => bodyKind(mediaType)));
  if (kinds.size === 0 || kinds.has("json")) return kinds.size === 0 ? "nothing" : "json";
  return kinds.has("binary") ? "file" : "text";
}

/** The media type without its parameters (`; charset=utf-8`), in lower case. */
function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
