import {
  type Address,
  type AddressOptions,
  fieldsOf,
  mediaTypeOf,
  readBody,
  type Received,
  sentTo,
  TooLarge,
} from "./received.js";
import { listen, type Listener } from "./listener.js";

/** What a handler does with callbacks of an API. */
export interface HandlerOptions<Event> extends AddressOptions {
  /** Whether the API sent what was received. Compare signatures in constant time. */
  readonly verify: (received: Received) => boolean | Promise<boolean>;
  /** What is told of in its fields. What it throws is no callback of the API, and is answered by a 400. */
  readonly read: (fields: Record<string, unknown>, received: Received) => Event;
  /** Is told of each event. The answer waits for it: the API wants one within seconds. */
  readonly onEvent: (event: Event, received: Received) => unknown;
  /** Is told of what `verify` and `onEvent` throw, which is answered by a 500. @default console.error */
  readonly onError?: ((error: unknown) => unknown) | undefined;
  /** How many bytes a body may have; more are answered by a 413. @default 65_536 */
  readonly maxSize?: number | undefined;
}

/** Answers callbacks: as a function of a standard `Request`, and as a listener for Node's own servers. */
export interface CallbackHandler {
  (request: Request): Promise<Response>;
  /** For `http.createServer`, for Express, and for Fastify's `request.raw` and `reply.raw`. */
  readonly listener: Listener;
}

/** How a callback is answered. */
export interface Reply {
  readonly status: number;
  /** For who looks for what is wrong. It holds nothing of what was received. */
  readonly text: string;
}

const MEDIA_TYPES: readonly (string | undefined)[] = ["application/x-www-form-urlencoded", "application/json"];

/**
 * A handler of the signed callbacks of any API. What is not signed, too large or unreadable is refused, and nobody is
 * told of it.
 */
export function createHandler<Event>(options: HandlerOptions<Event>): CallbackHandler {
  // oxlint-disable-next-line no-console -- Nobody else would tell of it.
  const { verify, read, onEvent, onError = console.error, maxSize = 65_536 } = options;

  async function take(method: string, address: Address, bodyOf: () => Promise<Received["body"]>): Promise<Reply> {
    if (method !== "POST" && method !== "GET") return { status: 405, text: "callbacks are sent by POST or GET" };
    const { header } = address;
    const length = Number(header("content-length") ?? 0);
    if (length > maxSize) return TOO_LARGE;
    const body = await bodyOf();
    if (body.length > 0 && !MEDIA_TYPES.includes(mediaTypeOf(header))) {
      return { status: 415, text: "a callback is a form or JSON" };
    }
    const received = { method, url: sentTo(address, options), header, body };
    if (!(await verify(received))) return { status: 403, text: "this callback is not signed by whom it should be" };
    const fields = fieldsOf(received);
    if (fields === undefined) return UNREADABLE;
    let event: Event;
    try {
      event = read(fields, received);
    } catch {
      return UNREADABLE;
    }
    await onEvent(event, received);
    return { status: 204, text: "" };
  }

  /** The answer to a callback, whatever happens. */
  async function answer(...taken: Parameters<typeof take>): Promise<Reply> {
    try {
      return await take(...taken);
    } catch (error) {
      if (error instanceof TooLarge) return TOO_LARGE;
      await onError(error);
      return { status: 500, text: "this callback could not be taken" };
    }
  }

  const handle = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request;
    const address = { url, header: (name: string) => headers.get(name) ?? undefined };
    const { status, text } = await answer(method, address, () => readBody(request.body, maxSize));
    return new Response(status === 204 ? null : text, { status, headers: status === 204 ? {} : PLAIN });
  };
  return Object.assign(handle, { listener: listen(answer, maxSize) });
}

const PLAIN = { "content-type": "text/plain; charset=utf-8" };

const TOO_LARGE: Reply = { status: 413, text: "this callback is too large" };

const UNREADABLE: Reply = { status: 400, text: "this callback cannot be read" };
