// Written by twilio-workflows: change the documents and generate again.
import { encodeForm } from "./form.js";

/** Writes a body as its media type wants it, if that is text. `contentOf` writes all others. */
export function encodeBody(body: unknown, mediaType: string): string {
  const type = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "application/json" || type.endsWith("+json")) return JSON.stringify(body);
  if (type === "application/x-www-form-urlencoded" && typeof body === "object" && body !== null) {
    return encodeForm(body);
  }
  if (typeof body === "string" && !type.startsWith("multipart/")) return body;
  throw new TypeError(`this body cannot be sent as ${type}`);
}
