// Written by twilio-workflows: change the documents and generate again.
import type { Answer } from "./call.js";

/** They speak of the bytes on the wire, not of the text that was read from them. */
const OF_THE_WIRE: readonly string[] = ["content-length", "content-encoding", "transfer-encoding"];

/** An answer as the `Response` that openapi-fetch reads. */
export function toResponse({ status, headers, body }: Answer): Response {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_WIRE.includes(name));
  return new Response(mayHaveBody(status) ? body : null, { status, headers: kept });
}

/** With the others a `Response` refuses any body, the empty one too. */
export function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

export function plainHeaders(headers: Headers): Record<string, string> {
  const plain: Record<string, string> = {};
  headers.forEach((value, name) => {
    plain[name] = value;
  });
  return plain;
}
