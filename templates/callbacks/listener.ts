import { type Address, readBody, type Received } from "./received.js";

/** What of an `IncomingMessage` of Node is used, and of what Express and others add to it. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Of TLS if it is `encrypted`. */
  readonly socket?: object | null | undefined;
  /** The whole path, where a router cuts it. */
  readonly originalUrl?: string | undefined;
  /** The body as it was received, where it has been read before. */
  readonly rawBody?: Uint8Array | string | undefined;
  /** The fields of a form, where a parser has read it before. */
  readonly body?: unknown;
  /** Whether all of it has been read. */
  readonly readableEnded?: boolean | undefined;
}

/** What of a `ServerResponse` of Node is used. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(text?: string): unknown;
}

/** Answers a request of Node's. It never rejects. */
export type Listener = (request: NodeRequest, response: NodeResponse) => Promise<void>;

/** How a handler answers what it is given. */
type Answer = (
  method: string,
  address: Address,
  bodyOf: () => Promise<Received["body"]>,
) => Promise<{ readonly status: number; readonly text: string }>;

export function listen(answer: Answer, maxSize: number): Listener {
  return async (request, response) => {
    const { method = "", url = "/", originalUrl = url, headers, socket } = request;
    const header = (name: string): string | undefined => {
      const value = headers[name];
      return typeof value === "object" ? value.join(",") : value;
    };
    const scheme = socket && "encrypted" in socket ? "https" : "http";
    const address = { url: `${scheme}://${header("host") ?? ""}${originalUrl}`, header };
    const { status, text } = await answer(method, address, () => bodyOf(request, maxSize));
    response.writeHead(status, status === 204 ? {} : { "content-type": "text/plain; charset=utf-8" });
    response.end(text);
  };
}

/** The body of a request, also where a parser has been faster. */
async function bodyOf(request: NodeRequest, maxSize: number): Promise<Received["body"]> {
  const { rawBody, body, readableEnded = false } = request;
  if (rawBody !== undefined) return readBody(only(rawBody), maxSize);
  if (!readableEnded) return readBody(request, maxSize);
  const form = formOf(body);
  if (form === undefined) {
    throw new TypeError("the body was read before: handle callbacks before bodies are parsed, or keep it as `rawBody`");
  }
  return readBody(only(form), maxSize);
}

/** A form anew, of the fields that a parser has made of it; its signature is over them alone. */
function formOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const pairs = Object.entries(body).flatMap(([name, value]) => [value].flat().map((each): unknown[] => [name, each]));
  if (!pairs.every((pair): pair is [string, string] => typeof pair[1] === "string")) return undefined;
  return new URLSearchParams(pairs).toString();
}

async function* only(body: Uint8Array | string): AsyncIterable<Uint8Array | string> {
  yield body;
}
