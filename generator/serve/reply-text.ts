import { bodyKind } from "../openapi/index.js";
import type { Reply } from "./play.js";

/** The body of an answer; `undefined` where there is none. */
export function bodyOf({ mediaType, value }: Reply): string | undefined {
  if (mediaType === undefined || value === undefined) return undefined;
  const isText = bodyKind(mediaType) !== "json" && typeof value === "string";
  return isText ? value : JSON.stringify(value);
}

/** Its headers, but for the length of the body. */
export function headersFor({ mediaType, value, headers }: Reply): Readonly<Record<string, string>> {
  if (mediaType === undefined || value === undefined) return headers;
  return { "Content-Type": mediaType.includes("*") ? "application/json" : mediaType, ...headers };
}
