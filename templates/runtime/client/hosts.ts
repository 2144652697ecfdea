import { InvalidOptionError } from "../options/option-rules.js";

/** Where requests go, other than where the OpenAPI document says. */
export interface Hosts<Names extends string = string> {
  /**
   * What to use in place of `https://<host>`, for a proxy, a simulator or a test: an object of URLs by host, a function of
   * the host (`undefined` leaves it), or one URL for all, if a run calls the servers of one API only, or the URL has
   * `{host}` where the host goes: `http://127.0.0.1:4010/{host}`. A source may be named in place of its host, and goes
   * before it. The server's path stays. `http:` is for this machine only. What a run is given for a source or a host that
   * it does not call is an error, which lists those that it does; a client may know more of them.
   *
   * Credentials of the environment go to such a URL only if it is of this machine, those that were given to any.
   *
   * A source whose document does not say where it is has its name for a host, and needs such a URL.
   * @default the servers of the OpenAPI documents
   */
  baseUrl?: string | BaseUrls<Names> | ((host: string) => string | undefined) | undefined;
}

/** URLs by the name of a source, or by host. */
export type BaseUrls<Names extends string> = {
  readonly [Name in Names | `${string}.${string}` | `${string}:${string}`]?: string | undefined;
};

/** The servers of an API that is known beyond its documents. */
export interface Servers {
  /** Whether a URL is of one of them. */
  owns(url: URL): boolean;
  /** Under which options have what is for it, beside the names of sources. */
  readonly name: string;
  /** The host to use in place of another, which may be of any API. */
  hostFor(host: string): string;
}

/** A server that a run calls, and the name of its source, if that has one. */
export interface CalledServer {
  readonly server: string;
  readonly source?: string | undefined;
}

interface Routing extends Hosts {
  readonly profile?: Servers | undefined;
}

/** Where a URL of the OpenAPI document leads to. */
export interface Destination {
  readonly url: string;
  /** Whether it is a request to servers that are known beyond their documents, wherever it is sent. */
  readonly isOwned: boolean;
  /** Whether it is sent where the document says, for servers that are known to any of them, or stays on this machine. */
  readonly isSafe: boolean;
}

/** Where the servers of a document lead to, by their origins, as long as the settings are the same. */
const known = new WeakMap<Routing, Map<string, Destination>>();

/** A URL whose path stays as it is: with nothing in it that is written otherwise, and no segment of dots. */
const PLAIN = /^(https:\/\/[a-z\d.-]+)(\/(?:[\w~!$&()*+,;=:@/?-]|\.(?![./?]|$)|%(?!2e)[\da-f]{2})*)$/i;

/**
 * Where a URL of the OpenAPI document leads to. Throws for unusable settings.
 * @param name That of its source, if it is known
 */
export function destinationOf(documented: string, routing: Routing, name?: string): Destination {
  const [, origin, path] = PLAIN.exec(documented) ?? [];
  // A function may lead elsewhere each time.
  if (origin === undefined || typeof routing.baseUrl === "function") return anyDestination(documented, routing, name);
  const ofSettings = known.get(routing) ?? new Map<string, Destination>();
  known.set(routing, ofSettings);
  const key = `${name ?? ""} ${origin}`;
  const root = ofSettings.get(key) ?? anyDestination(`${origin}/`, routing, name);
  ofSettings.set(key, root);
  return { ...root, url: root.url.slice(0, -1) + path };
}

function anyDestination(documented: string, routing: Routing, name?: string): Destination {
  const { profile } = routing;
  const [, source, path = ""] = /^source:([^/?]*)(.*)$/s.exec(documented) ?? [];
  if (source !== undefined) return destinationOfSource(decodeURIComponent(source), path, routing);
  const url = new URL(documented);
  const isOwned = profile?.owns(url) ?? false;
  if (profile) url.hostname = profile.hostFor(url.hostname);
  const base = (name === undefined ? undefined : listed(name, routing)) ?? baseOf(url.host, routing);
  if (base !== undefined) return destination(checkedBase(base) + url.pathname + url.search, isOwned, profile);
  const complaint = complaintAboutScheme(url);
  if (complaint !== undefined) throw new TypeError(`the server ${complaint}`);
  return { url: url.href, isOwned, isSafe: true };
}

/** Of a source whose document does not say where it is. It is somebody else's, unless its host says that it is not. */
function destinationOfSource(source: string, path: string, routing: Routing): Destination {
  const base = baseOf(source, routing);
  if (base === undefined) {
    const key = JSON.stringify(source);
    throw new InvalidOptionError("baseUrl", `must say where the source ${key} is: { ${key}: "https://…" }`);
  }
  const url = checkedBase(base) + path;
  return destination(url, routing.profile?.owns(new URL(url)) ?? false, routing.profile);
}

function destination(url: string, isOwned: boolean, profile: Servers | undefined): Destination {
  const to = new URL(url);
  return { url, isOwned, isSafe: (isOwned && profile?.owns(to)) || isLocal(to) };
}

/** Throws if one base URL is to stand for servers of several APIs: each would get what is meant for the others. */
export function checkBaseOf(called: readonly CalledServer[], { baseUrl, profile }: Routing): void {
  if (typeof baseUrl !== "string" || baseUrl.includes("{host}")) return;
  const owners = called.map(({ server }) => (profile?.owns(new URL(server)) ? profile : ownerOf(server)));
  if (new Set(owners).size < 2) return;
  const names = owners.map((owner, index) => called[index]?.source ?? (typeof owner === "string" ? owner : owner.name));
  const wanted = [...new Set(names)].map((name) => `${JSON.stringify(name)}: "https://…"`);
  throw new InvalidOptionError(
    "baseUrl",
    `must say which server it is for, as several are called: { ${wanted.join(", ")} }`,
  );
}

/** Whose server it is: the name of a source, or a host. */
export function ownerOf(server: string): string {
  const [, source] = /^source:([^/?]*)/.exec(server) ?? [];
  return source === undefined ? new URL(server).host : decodeURIComponent(source);
}

function baseOf(host: string, { baseUrl }: Hosts): string | undefined {
  if (typeof baseUrl === "function") return baseUrl(host);
  return typeof baseUrl === "string" ? baseUrl.replace("{host}", encodeURIComponent(host)) : listed(host, { baseUrl });
}

function listed(name: string, { baseUrl }: Hosts): string | undefined {
  return typeof baseUrl === "object" ? new Map(Object.entries(baseUrl)).get(name) : undefined;
}

function checkedBase(base: string): string {
  const complaint = complaintAboutBase(base);
  if (complaint !== undefined) throw new InvalidOptionError("baseUrl", complaint);
  return new URL(base).href.replace(/\/+$/, "");
}

/** What is wrong with a base URL; without the URL itself, which may have a password in it. */
export function complaintAboutBase(base: unknown): string | undefined {
  const url = typeof base === "string" && URL.canParse(base) ? new URL(base) : undefined;
  if (url && !url.username && !url.password && !url.search && !url.hash) return complaintAboutScheme(url);
  return "must be a URL without user, query and fragment, an object of such by host, or a function of the host that returns one";
}

function complaintAboutScheme(url: URL): string | undefined {
  if (url.protocol === "https:" || (url.protocol === "http:" && isLocal(url))) return undefined;
  return `must be https, or http to this machine, not ${url.protocol}//${url.hostname}`;
}

/** Whether a host is one, or below one that has `*.` in front. */
export function isOfHost(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
}

function isLocal({ hostname }: URL): boolean {
  return hostname === "[::1]" || /^(127\.\d+\.\d+\.\d+|(.+\.)?localhost)$/.test(hostname);
}
