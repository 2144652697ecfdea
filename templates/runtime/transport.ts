import { abortable } from "./abort.js";
import type { Answer, Call, Failure } from "./call.js";
import { destinationOf, type Hosts } from "./hosts.js";
import { plainHeaders } from "./response.js";
import { type AskForToken, type Authorizer, CredentialsProblem } from "./oauth.js";
import { codeOf, describe } from "./text.js";

/** The part of `fetch` that is used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How requests are sent. */
export interface Transport extends Hosts {
  authorizer: Authorizer | undefined;
  fetch: Fetch | undefined;
  /** Milliseconds. */
  timeout: number;
  /** Bytes. */
  maxAnswerSize: number;
}

type Outgoing = Pick<Call, "method" | "url" | "headers" | "body" | "timeout">;

/** What goes wrong while the connection is being made: nothing of the request has left by then. */
const NOT_CONNECTED: readonly unknown[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused", // Bun
];

interface Incoming {
  status: number;
  headers: Record<string, string>;
  body: string;
}

class TooLarge extends Error {}

/** Sends one request, and once more with a new token if Twilio refuses the one it has: what gets a 401 does nothing. */
export async function transmit(call: Call, transport: Transport, signal?: AbortSignal): Promise<Answer> {
  const { answer, authorization } = await attempt(call, transport, signal);
  const renewable =
    answer.status === 401 && authorization !== undefined && transport.authorizer?.refused(authorization);
  return renewable ? (await attempt(call, transport, signal)).answer : answer;
}

/** Whatever goes wrong becomes data; only the caller's own abort is thrown. */
async function attempt(
  call: Outgoing,
  transport: Transport,
  signal?: AbortSignal,
): Promise<{ answer: Answer; authorization: string | undefined }> {
  const { fetch = globalThis.fetch, authorizer } = transport;
  const { method, body = null, timeout = transport.timeout } = call;
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(new Error(`no whole answer within ${timeout} ms`)), timeout);
  const ended = signal ? AbortSignal.any([signal, clock.signal]) : clock.signal;
  const incoming: Incoming = { status: 0, headers: {}, body: "" };
  let authorization: string | undefined;
  let sent = false;
  try {
    const { url, trusted } = destinationOf(call.url, transport);
    if (trusted && authorizer) authorization = await abortable(authorizer.header(tokenAsker(transport)), ended);
    const headers = authorization === undefined ? call.headers : { ...call.headers, authorization };
    sent = true;
    const coming = fetch(url, { method, headers, body, redirect: "manual", signal: ended });
    await abortable(receive(coming, transport.maxAnswerSize, incoming), ended);
    return { answer: incoming, authorization };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const message = describe(error);
    // A platform's error may repeat the headers that it was given.
    const safeMessage = authorization === undefined ? message : message.replaceAll(authorization, "***");
    const reason = reasonOf(error, sent, clock.signal.aborted);
    return { answer: { ...incoming, failure: { reason, message: safeMessage } }, authorization };
  } finally {
    clearTimeout(timer);
  }
}

/** Fills in an answer as it comes, so that what came is known even if the rest never does. */
async function receive(coming: Promise<Response>, limit: number, incoming: Incoming): Promise<void> {
  const response = await coming;
  incoming.status = response.status;
  incoming.headers = plainHeaders(response.headers);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    incoming.body += decoder.decode(value, { stream: true });
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw new TooLarge(`the answer is larger than ${limit} bytes`);
    }
  }
}

function reasonOf(error: unknown, sent: boolean, late: boolean): Failure["reason"] {
  if (error instanceof CredentialsProblem) return "credentials";
  if (error instanceof TooLarge) return "too-large";
  if (!sent || NOT_CONNECTED.includes(codeOf(error))) return "not-sent";
  return late ? "timeout" : "lost";
}

/** A token serves many callers, so the request for it heeds none of their signals. */
function tokenAsker(transport: Transport): AskForToken {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return async (url, body) => {
    const asked = await attempt({ method: "POST", url, headers, body }, { ...transport, authorizer: undefined });
    return asked.answer;
  };
}
