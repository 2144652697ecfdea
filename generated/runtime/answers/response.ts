// Written by twilio-workflows: change the documents and generate again.
import type { Answer } from "./call.js";
import { exactJson } from "./exact-json.js";

/** They speak of the bytes on the wire, not of the text that was read from them. */
const OF_THE_WIRE: readonly string[] = ["content-length", "content-encoding", "transfer-encoding"];

/** An answer as the `Response` that openapi-fetch reads, as JSON if that is what it is; `url` is what was asked for it. */
export function toResponse({ status, headers, body }: Answer, url: string, isText = false): Response {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_WIRE.includes(name));
  const response = new Response(mayHaveBody(status) ? (isText ? body : exactJson(body)) : null, {
    status,
    headers: kept,
  });
  // Only `fetch` itself can give a `Response` its URL.
  return Object.defineProperty(response, "url", { value: url });
}

/** With the others a `Response` refuses any body, the empty one too. */
export function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

export function plainHeaders(headers: Headers): Record<string, string> {
  const plain = new Map<string, string>();
  // Of `set-cookie` each value comes by itself.
  headers.forEach((value, name) => plain.set(name, plain.has(name) ? `${plain.get(name)}, ${value}` : value));
  return Object.fromEntries(plain);
}
