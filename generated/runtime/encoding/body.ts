// Written by twilio-workflows with each run: what is changed here is lost.
import { encodeForm } from "./form.js";

/** A body as a call carries it, which crosses the runner as JSON. */
export interface Content {
  readonly body: string;
  /** `base64` where the body is bytes that are no text. */
  readonly encoding?: "base64" | undefined;
  /** The media type, where encoding has added to it. */
  readonly mediaType?: string | undefined;
}

/** Says how a body is written: as the media type of its headers wants it. */
export type BodyWriter = (body: unknown, headers?: Headers) => () => Content | Promise<Content>;

/** For bodies that are text: JSON, forms, and text itself. */
export const textBody: BodyWriter = (body, headers) => () => ({ body: encodeText(body, mediaTypeOf(headers)) });

export function mediaTypeOf(headers: Headers | undefined): string {
  return headers?.get("content-type") ?? "application/json";
}

/** Writes a body as its media type wants it, if that is text. */
export function encodeText(body: unknown, mediaType: string): string {
  const type = mediaType.replace(/;.*/s, "").trim().toLowerCase();
  if (type === "application/json" || type.endsWith("+json")) return JSON.stringify(body);
  if (type === "application/x-www-form-urlencoded" && typeof body === "object" && body !== null) {
    return encodeForm(body);
  }
  if (typeof body === "string" && !type.startsWith("multipart/")) return body;
  throw new TypeError(`this body cannot be sent as ${type}`);
}
