// Written by twilio-workflows with each run: what is changed here is lost.
import type { Answer } from "./call.js";
import { exactJson } from "./exact-json.js";

/** They speak of the bytes on the wire, not of the text that was read from them. */
const OF_THE_WIRE: readonly string[] = ["content-length", "content-encoding", "transfer-encoding"];

/**
 * An answer as the `Response` that openapi-fetch reads, as JSON if that is what it is; `url` is what was asked for it.
 * A 2xx whose JSON cannot be read has no body: it is an answer all the same. Throws if its base64 is none.
 */
export function toResponse({ status, headers, body, encoding }: Answer, url: string, isJson = true): Response {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_WIRE.includes(name));
  const isGood = status >= 200 && status < 300;
  const content = encoding === "base64" ? bytesOf(body) : isJson ? (exactJson(body) ?? (isGood ? "" : body)) : body;
  const response = new Response(mayHaveBody(status) ? content : null, { status, headers: kept });
  // An error without a body is none, where openapi-fetch would else read an empty text.
  if (!isGood && isJson && content === "") response.headers.set("content-length", "0");
  // Only `fetch` itself can give a `Response` its URL.
  return Object.defineProperty(response, "url", { value: url });
}

/** With the others a `Response` refuses any body, the empty one too. */
export function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function plainHeaders(headers: Headers): Record<string, string> {
  const plain = new Map<string, string>();
  // Of `set-cookie` each value comes by itself.
  headers.forEach((value, name) => plain.set(name, plain.has(name) ? `${plain.get(name)}, ${value}` : value));
  return Object.fromEntries(plain);
}
