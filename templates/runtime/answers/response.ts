import type { Answer } from "./call.js";
import { exactJson } from "./exact-json.js";

/** They speak of the bytes on the wire, not of the text that was read from them. */
const OF_THE_WIRE: readonly string[] = ["content-length", "content-encoding", "transfer-encoding"];

/** The part of a `Response` that openapi-fetch and generated functions read. */
export interface Received {
  readonly status: number;
  /** Whether that is a 2xx. */
  readonly ok: boolean;
  /** What was asked for it. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  /** Of a part of a stream, what the next one is asked for with; `undefined` of the last one, and of any other answer. */
  readonly rest?: string | undefined;
  text(): Promise<string>;
  json(): Promise<unknown>;
  blob(): Promise<Blob>;
}

/**
 * An answer as openapi-fetch reads it, as JSON if that is what it is; `url` is what was asked for it. A `Response` would do
 * the same for many times the cost. A 2xx whose JSON cannot be read has no body: it is an answer all the same. Throws if
 * its base64 is none, and for a status of no answer.
 */
export function received({ status, headers, body, encoding, rest }: Answer, url: string, isJson = true): Received {
  if (status < 200 || status > 599) throw new RangeError(`the status ${status} is none of an answer`);
  const ok = status < 300;
  const content = encoding === "base64" ? bytesOf(body) : isJson ? (exactJson(body) ?? (ok ? "" : body)) : body;
  const text = typeof content === "string" ? content : "";
  // An error without a body is none, where openapi-fetch would else read an empty text.
  const isEmpty = !ok && isJson && content === "";
  return {
    status,
    ok,
    url,
    rest,
    headers: {
      get(given) {
        const name = given.toLowerCase();
        if (OF_THE_WIRE.includes(name)) return isEmpty && name === "content-length" ? "0" : null;
        const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
        return value ?? null;
      },
    },
    text: async () => text,
    json: async (): Promise<unknown> => JSON.parse(text),
    blob: () => new Response(content, { headers }).blob(),
  };
}

/** Throws for what no server can have answered. */
export function checkAnswer({ status, headers, body, encoding }: Answer): void {
  if (encoding === "base64") bytesOf(body);
  void new Response(null, { status, headers });
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
