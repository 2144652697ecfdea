import { lookup } from "node:dns";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isSecure } from "../documents/index.js";
import { isPrivateAddress, isPrivateHost } from "./private-address.js";
import type { Tokens } from "./tokens.js";

/** What a download may do. */
export interface DownloadOptions {
  readonly tokens: Tokens;
  /** The hosts, with their ports, that a document of the caller's own has named. */
  readonly named: ReadonlySet<string>;
  /** The most bytes that are read. */
  readonly bytes: number;
  /** Breaks it off. Default: 30 seconds after it has begun, all redirects included. */
  readonly signal?: AbortSignal | undefined;
}

/** A document that was fetched. */
export interface Download {
  readonly bytes: Uint8Array;
  /** Where it was after redirects. */
  readonly location: string;
}

/** Why there is no document, in words that follow on its URL. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

const mostRedirects = 5;

/**
 * Downloads what an address names.
 * @throws DownloadError
 */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  const signal = options.signal ?? AbortSignal.timeout(30_000);
  let url = new URL(address);
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const problem = problemOf(url, options);
    if (problem !== undefined) throw new DownloadError(hop === 0 ? problem : `is redirected to what ${problem}`);
    const answer = await ask(url, options, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return { bytes: await contentOf(answer, options.bytes, signal), location: url.href };
    answer.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode)) throw new DownloadError(`answers ${statusCode}`);
    url = redirected(url, headers.location ?? "");
  }
  throw new DownloadError(`is redirected more than ${mostRedirects} times`);
}

/**
 * Where a redirect leads, which is never from https to anything else.
 * @throws DownloadError
 */
export function redirected(from: URL, location: string): URL {
  if (location === "" || !URL.canParse(location, from)) throw new DownloadError("is redirected to nowhere");
  const to = new URL(location, from);
  to.hash = "";
  if (from.protocol === "https:" && to.protocol !== "https:") {
    throw new DownloadError("is redirected to an address that is not https");
  }
  return to;
}

/** Why an address may not be asked, as far as that can be told without asking. */
export function problemOf(url: URL, { named }: Pick<DownloadOptions, "named">): string | undefined {
  if (url.username !== "" || url.password !== "") return "has user information in it";
  if (!isSecure(url)) return "is not https";
  if (isPrivateHost(url) && !named.has(url.host)) return "is on a private network, and none of your documents names it";
  return undefined;
}

function ask(url: URL, { tokens, named }: DownloadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const token = tokens.get(url.host);
  const headers = {
    accept: "application/yaml, application/json, text/*;q=0.9, */*;q=0.5",
    "accept-encoding": "identity",
    "user-agent": "twilio-workflows",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const mayBePrivate = token !== undefined || (isPrivateHost(url) && named.has(url.host));
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, signal, agent: false, lookup: lookupOf(mayBePrivate) }, resolve);
    sent.on("error", (error) => reject(failureOf(error, signal)));
    sent.end();
  });
}

/** Looks a host up, and refuses addresses that the world outside does not see: a name can lead anywhere. */
function lookupOf(mayBePrivate: boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, "", 0);
      const [first] = addresses;
      if (first === undefined || (!mayBePrivate && addresses.some(({ address }) => isPrivateAddress(address)))) {
        return done(new DownloadError("leads to a private network"), "", 0);
      }
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}

async function contentOf(answer: IncomingMessage, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const encoding = answer.headers["content-encoding"] ?? "identity";
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (encoding !== "identity") throw new DownloadError(`is sent in an encoding that was not asked for`);
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw new DownloadError(`is larger than ${most.toLocaleString("en-US")} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    answer.destroy();
    throw failureOf(error, signal);
  }
  return Buffer.concat(chunks);
}

/** The words of an error of the system name hosts and ports; nothing of what was sent is in them. */
function failureOf(error: unknown, signal: AbortSignal): DownloadError {
  if (error instanceof DownloadError) return error;
  if (signal.aborted) return new DownloadError("does not answer in time");
  const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
  return new DownloadError(`cannot be had (${code})`);
}
