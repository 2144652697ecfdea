import type { Answer, Call, Failure } from "../answers/call.js";
import { type DryRun, dryFetch } from "./dry-run.js";
import { type AddedHeaders, headersFor, isSecret } from "./headers.js";
import { destinationOf, type Hosts } from "./hosts.js";
import { type AskForToken, type Authorizer, checkSafe, CredentialsProblem } from "./authorizer.js";
import type { Profile } from "./profile.js";
import { bytesOf } from "../answers/response.js";
import { Ending } from "./ending.js";
import { heldAt, type HeldStream, type Hide, type IncomingPart, nextPart, type PartedStream } from "./held-stream.js";
import { senderFor } from "./platform.js";
import { Receiver, TooLarge, Unreadable } from "./receive.js";
import { type Fetch, fetchSender, NotConnected } from "./sender.js";
import { withoutOwn, withShown } from "./secrets.js";
import type { Signed, Signing } from "./signing.js";
import { userAgent } from "./user-agent.js";
import { codeOf, describe } from "../errors/text.js";

/** How requests are sent. */
export interface Transport extends Hosts {
  profile?: Profile | undefined;
  /** Signs the requests to the servers of the profile. */
  authorizer?: Authorizer | undefined;
  headers?: AddedHeaders | undefined;
  signing?: Signing | undefined;
  fetch?: Fetch | undefined;
  /** Answers requests, which are not sent then. */
  dryRun?: DryRun | undefined;
  timeout: number;
  maxAnswerSize: number;
}

/** What a request may take, in milliseconds and in bytes, where nothing else is said. */
export const DEFAULT_LIMITS = { timeout: 30_000, maxAnswerSize: 10_000_000 } as const;

/** What goes wrong while the connection is being made: nothing of the request has left by then. */
const NOT_CONNECTED: readonly unknown[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused", // Bun
];

/** Sends one request. Whatever goes wrong becomes data; only the caller's own abort is thrown. */
export async function transmit(
  call: Omit<Call, "id" | "workflowId" | "stepId" | "version" | "effect"> &
    Partial<Pick<Call, "workflowId" | "stepId">>,
  given: Transport,
  signal?: AbortSignal,
  held?: HeldStream,
): Promise<Answer> {
  const transport = call.isElsewhere ? { ...given, ...elsewhere(given) } : given;
  const { authorizer, dryRun, fetch, maxAnswerSize, signing } = transport;
  const { method, events, left = Infinity } = call;
  const begun = Date.now();
  const ending = new Ending(Math.min(call.timeout ?? transport.timeout, left), signal);
  let receiver: Receiver | PartedStream | undefined;
  let authorization = "";
  let signed: Signed | undefined;
  let hide: Hide = (answer, since) => {
    const hidden = authorizer?.hide(answer, authorization) ?? answer;
    const carrying = { ...call, ...signed?.call };
    const added = headersFor(call.source, transport.headers);
    const headers = { ...added, ...carrying.headers, ...(authorization && { authorization }) };
    const secrets = [...(carrying.secrets ?? []), ...Object.keys(added).filter(isSecret)];
    const clean = withoutOwn(signed?.hide(hidden) ?? hidden, { ...carrying, headers, secrets });
    const at = Date.now();
    return { ...withShown(answer, clean), at, ms: at - since };
  };
  // What a step gives itself goes before the credentials.
  const isSigned = "authorization" in call.headers;
  try {
    if (events && !held) throw new Unreadable("a stream is read only by the process of its run");
    const open = heldAt(held, events);
    if (open && events) {
      ({ hide } = open);
      receiver = open.stream;
      return hide(await nextPart(open.stream, events.most, ending), begun);
    }
    const { source, security } = call;
    const to = destinationOf(call.url, transport, source);
    const ask = askForToken(transport, call);
    const body = (call.encoding === "base64" ? call.body && bytesOf(call.body) : call.body) ?? null;
    const initial = { ...userAgent(), accept: call.wants ? "*/*" : "application/json, */*;q=0.1" };
    for (let first = true; ; first = false) {
      receiver = undefined;
      if (to.isOwned && authorizer && !isSigned) {
        authorization = await ending.race(authorizer.header(ask, to));
      }
      if (source !== undefined && security) {
        if (!signing) throw new CredentialsProblem("the client of this run signs no requests");
        signed = await ending.race(signing.sign(call, { source, security }, to, ask));
      }
      const plain = signed?.call ?? { url: to.url, headers: call.headers };
      const headers = {
        ...initial,
        ...headersFor(source, transport.headers),
        ...plain.headers,
        ...(authorization && { authorization }),
      };
      const send = dryRun
        ? fetchSender(() =>
            dryFetch(dryRun, { workflowId: "", stepId: "", ...call, ...signed?.call, url: plain.url, headers }),
          )
        : senderFor(fetch, plain.url);
      const outgoing = { url: plain.url, method, headers, body };
      let incoming: IncomingPart;
      if (events && held) {
        const connection = new Ending();
        const stream = held.opens(events, maxAnswerSize, connection);
        receiver = stream;
        send(outgoing, stream, connection).catch((error: unknown) => stream.fail(error));
        incoming = await nextPart(stream, events.most, ending);
        held.open = { stream, hide };
      } else {
        receiver = new Receiver(maxAnswerSize, call.wants === "bytes");
        await ending.race(send(outgoing, receiver, ending));
        ({ incoming } = receiver);
      }
      // What gets a 401 does nothing, so that it can be sent again, whatever it is.
      const isRefused = first && incoming.status === 401;
      const renewed = isRefused && (authorization === "" ? signed?.refused() : authorizer?.refused(authorization));
      if (!renewed) return hide(incoming, begun);
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const reason = reasonOf(error, receiver !== undefined, ending.isLate);
    const came = receiver?.incoming ?? { status: 0, headers: {}, body: "" };
    return hide({ ...came, failure: { reason, message: describe(error) } }, begun);
  } finally {
    ending.close();
  }
}

function reasonOf(error: unknown, sent: boolean, late: boolean): Failure["reason"] {
  if (error instanceof CredentialsProblem) return "credentials";
  if (error instanceof TooLarge) return "too-large";
  if (error instanceof Unreadable) return "unreadable";
  const isUnconnected = error instanceof NotConnected || NOT_CONNECTED.includes(codeOf(error)) || isBlocked(error);
  if (!sent || isUnconnected) return "not-sent";
  return late ? "timeout" : "lost";
}

/** Whether `fetch` refuses the port. */
function isBlocked(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error && error.cause.message === "bad port";
}

/**
 * A token serves many callers, so the request for it heeds neither their signals nor their limits. What asks for a token
 * at the host of the API goes where the API is; one base URL for all, or a function, leads it nowhere else, unless it is
 * known to be of the same API.
 */
function askForToken(transport: Transport, { url: own, source }: Pick<Call, "url" | "source">): AskForToken {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const shared = { ...transport, authorizer: undefined, headers: undefined, ...DEFAULT_LIMITS };
  const { baseUrl } = transport;
  return async (url, body, option) => {
    const isOfApi = new URL(own).host === new URL(url).host;
    const { isOwned } = destinationOf(url, transport);
    const isNamed = isOfApi || typeof baseUrl === "object" || isOwned;
    const hosts = { ...shared, baseUrl: isNamed ? baseUrl : undefined };
    // Known servers have one name for all.
    const name = isOfApi || (isOwned && destinationOf(own, transport, source).isOwned) ? source : undefined;
    if (option !== undefined) checkSafe(destinationOf(url, hosts, name), option);
    return transmit({ method: "POST", url, headers, body, source: name }, hosts);
  };
}

/** How a request is sent that goes to no server of the API: as it is. One base URL for all is that of the API. */
export function elsewhere({ baseUrl }: Transport): Pick<Transport, "authorizer" | "headers" | "baseUrl"> {
  return { authorizer: undefined, headers: undefined, baseUrl: typeof baseUrl === "string" ? undefined : baseUrl };
}
