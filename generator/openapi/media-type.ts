import type { Schema } from "../schema/index.js";
import type { Content, ResponseEntry } from "./model.js";

/**
 * The content for a media type: that of the very name, parameters and case aside, else that of a range (`text/*`).
 * @see https://spec.openapis.org/oas/v3.1.1.html#media-types
 */
export function contentFor(contents: readonly Content[], mediaType: string): Content | undefined {
  const wanted = essence(mediaType);
  const [kind] = wanted.split("/");
  const candidates = [wanted, `${kind}/*`, "*/*"];
  return candidates.map((name) => contents.find((content) => essence(content.mediaType) === name)).find(Boolean);
}

/** The content that is JSON, `application/problem+json` and the like included. */
export function jsonContent(contents: readonly Content[]): Content | undefined {
  return contents.find(({ mediaType }) => /^application\/(json|.+\+json)$|^\*\/\*$/.test(essence(mediaType)));
}

/** The schema of the JSON that a response holds. */
export function jsonSchema(response: ResponseEntry | undefined): Schema | undefined {
  return response === undefined ? undefined : jsonContent(response.contents)?.schema;
}

/** The media type without its parameters (`; charset=utf-8`), in lower case. */
function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
