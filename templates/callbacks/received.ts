/** A callback as it was received, before anything is believed of it. */
export interface Received {
  readonly method: string;
  /** Where its sender sent it, with the query. */
  readonly url: string;
  /** A header by its name in small letters; `undefined` if there is none. */
  readonly header: (name: string) => string | undefined;
  /** The body, to the byte. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Where a request seems to have been sent. */
export interface Address {
  /** The URL that the server had it under. */
  readonly url: string;
  readonly header: Received["header"];
}

/** How the URL is found that the sender used, where a proxy stands before the handler. */
export interface AddressOptions {
  /**
   * The URL that the sender was given, such as `https://app.example.com/callbacks`: all but the query is taken from it,
   * whatever host and path the request came in under. @default that of the request
   */
  readonly url?: string | undefined;
  /**
   * Whether `X-Forwarded-Proto`, `X-Forwarded-Host` and `X-Forwarded-Port` say how the request was sent: only behind a
   * proxy that sets them itself. @default false
   */
  readonly trustProxy?: boolean | undefined;
}

/** The URL that the sender used, as the options have it. */
export function sentTo({ url: received, header }: Address, { url, trustProxy = false }: AddressOptions): string {
  const query = received.indexOf("?");
  if (url !== undefined) return url.replace(/[?#].*$/s, "") + (query === -1 ? "" : received.slice(query));
  if (!trustProxy) return received;
  // Each proxy on the way adds its own behind the others.
  const forwarded = (name: string): string | undefined => header(name)?.replace(/,.*$/s, "").trim() || undefined;
  const scheme = forwarded("x-forwarded-proto");
  const host = forwarded("x-forwarded-host");
  const port = forwarded("x-forwarded-port");
  return received.replace(/^(\w+):\/\/([^/?#]*)/, (_all, own: string, ownHost: string) => {
    const named = host ?? ownHost;
    return `${scheme ?? own}://${named}${port === undefined || /:\d+$/.test(named) ? "" : `:${port}`}`;
  });
}

/** The members of a body: of a form, of the query where there is no body, or of a JSON object. `undefined` if it has none. */
export function fieldsOf({ method, url, header, body }: Received): Record<string, unknown> | undefined {
  const text = textOf(body);
  if (mediaTypeOf(header) === "application/json") return membersOf(text);
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  // Of a field that is there more than once, the last one counts.
  return Object.fromEntries(new URLSearchParams(method === "GET" ? query : text));
}

function membersOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** What a body is said to be, without its parameters. */
export function mediaTypeOf(header: Received["header"]): string | undefined {
  return header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
}

/** A body as text, with a mark at its beginning if it has one. */
export function textOf(body: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
}

/** The body of a request was larger than it may be. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Reads a body that may have so many bytes at most. Rejects with {@link TooLarge} once it has more. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array> | null,
  maxSize: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks ? each(chunks) : []) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > maxSize) throw new TooLarge(`the body has more than ${maxSize} bytes`);
    read.push(bytes);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const bytes of read) {
    body.set(bytes, at);
    at += bytes.length;
  }
  return body;
}

/** Not every platform's streams can be iterated. */
async function* each(
  chunks: AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array>,
): AsyncIterable<Uint8Array | string> {
  if (!("getReader" in chunks)) return yield* chunks;
  const reader = chunks.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
