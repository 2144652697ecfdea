import { plainHeaders } from "../answers/response.js";
import type { Ending } from "./ending.js";
import type { Sink } from "./receive.js";

/** The part of `fetch` that is used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request as it goes out, with all that signs it. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/**
 * Sends one request, and has its answer taken in; redirects are not followed. Rejects where no whole answer comes: with a
 * {@link NotConnected} if nothing of the request has left.
 */
export type Sender = (outgoing: Outgoing, receiver: Sink, ending: Ending) => Promise<void>;

/** There was no connection to send anything on. */
export class NotConnected extends Error {}

/** Sends by means of a `fetch`. */
export function fetchSender(fetch: Fetch): Sender {
  return async ({ url, method, headers, body }, receiver, ending) => {
    const aborter = new AbortController();
    const settled = ending.onEnd(() => aborter.abort(ending.reason));
    try {
      const init: RequestInit = { method, body, redirect: "manual", signal: aborter.signal };
      const response = await fetch(url, { ...init, headers: { ...headers } });
      receiver.begin(response.status, plainHeaders(response.headers));
      const reader = response.body?.getReader();
      while (reader) {
        const { done, value } = await reader.read();
        if (done) break;
        try {
          await receiver.take(value);
        } catch (error) {
          reader.cancel().catch(() => undefined);
          throw error;
        }
      }
      receiver.end();
    } finally {
      settled();
    }
  };
}
