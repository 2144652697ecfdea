// Written by twilio-workflows with each run: what is changed here is lost.
import { InvalidOptionError } from "../options/option-rules.js";

/** Where requests go, other than where the OpenAPI document says. */
export interface Hosts {
  /** A Twilio region, such as `au1`. @default TWILIO_REGION, else hosts stay as they are */
  region?: string | undefined;
  /** A Twilio edge location, such as `sydney`; without a region it implies `us1`. @default TWILIO_EDGE, else none */
  edge?: string | undefined;
  /**
   * What to use in place of `https://<host>`, for a proxy, a simulator or a test: an object of URLs by host or by name of
   * the source, a function of the host (after region and edge; `undefined` leaves it), or one URL for all, if a run calls
   * the servers of one API only; all of Twilio's are one. The server's path stays. `http:` is for this machine only.
   *
   * Twilio's credentials go there for requests to Twilio: those of the environment only to a host of Twilio or of this
   * machine, those that were given to any.
   *
   * A source whose document does not say where it is has its name for a host, and needs such a URL; Twilio's
   * credentials go there only if it is a host of Twilio. @default the servers of the OpenAPI documents
   */
  baseUrl?: string | Readonly<Record<string, string>> | ((host: string) => string | undefined) | undefined;
}

/** Where a URL of the OpenAPI document leads to. */
export interface Destination {
  readonly url: string;
  /** Whether it is a request to Twilio, wherever that is sent. */
  readonly isTwilio: boolean;
  /** Whether it is sent where the document says, for Twilio to any host of Twilio, or stays on this machine. */
  readonly isSafe: boolean;
}

/**
 * Where a URL of the OpenAPI document leads to. Throws for unusable settings.
 * @param name That of its source, if it is known
 */
export function destinationOf(documented: string, hosts: Hosts, name?: string): Destination {
  const [, source, path = ""] = /^source:([^/?]*)(.*)$/s.exec(documented) ?? [];
  if (source !== undefined) return destinationOfSource(decodeURIComponent(source), path, hosts);
  const url = new URL(documented);
  const isTwilio = isTwilios(url);
  url.hostname = regionalHost(url.hostname, hosts);
  const base = (name === undefined ? undefined : listed(name, hosts)) ?? baseOf(url.host, hosts);
  if (base !== undefined) return destination(checkedBase(base) + url.pathname + url.search, isTwilio);
  const complaint = complaintAboutScheme(url);
  if (complaint !== undefined) throw new TypeError(`the server ${complaint}`);
  return { url: url.href, isTwilio, isSafe: true };
}

/** Of a source whose document does not say where it is. It is somebody else's, unless its host says that it is not. */
function destinationOfSource(source: string, path: string, hosts: Hosts): Destination {
  const base = baseOf(source, hosts);
  if (base === undefined) {
    const key = JSON.stringify(source);
    throw new InvalidOptionError("baseUrl", `must say where the source ${key} is: { ${key}: "https://…" }`);
  }
  const url = checkedBase(base) + path;
  return destination(url, isTwilios(new URL(url)));
}

function destination(url: string, isTwilio: boolean): Destination {
  const to = new URL(url);
  return { url, isTwilio, isSafe: (isTwilio && isTwilios(to)) || isLocal(to) };
}

/** Throws if one base URL is to stand for servers of several APIs: each would get what is meant for the others. */
export function checkBaseOf(servers: readonly string[], { baseUrl }: Hosts): void {
  if (typeof baseUrl !== "string") return;
  const owners = new Set(servers.map(ownerOf));
  if (owners.size < 2) return;
  const wanted = [...owners].map((owner) => `${JSON.stringify(owner)}: "https://…"`);
  throw new InvalidOptionError(
    "baseUrl",
    `must say which server it is for, as several are called: { ${wanted.join(", ")} }`,
  );
}

/** Whose server it is: the name of a source, or a host. */
function ownerOf(server: string): string {
  const [, source] = /^source:([^/?]*)/.exec(server) ?? [];
  if (source !== undefined) return decodeURIComponent(source);
  const url = new URL(server);
  return isTwilios(url) ? "api.twilio.com" : url.host;
}

function isTwilios({ protocol, hostname }: URL): boolean {
  return protocol === "https:" && hostname.endsWith(".twilio.com");
}

function baseOf(host: string, { baseUrl }: Hosts): string | undefined {
  if (typeof baseUrl === "function") return baseUrl(host);
  return typeof baseUrl === "string" ? baseUrl : listed(host, { baseUrl });
}

function listed(name: string, { baseUrl }: Hosts): string | undefined {
  return typeof baseUrl === "object" && Object.hasOwn(baseUrl, name) ? baseUrl[name] : undefined;
}

/** `product[.edge][.region].twilio.com` */
function regionalHost(host: string, { region, edge }: Hosts): string {
  const [, product, labels = ""] = /^([^.]+)\.((?:[^.]+\.){0,2})twilio\.com$/.exec(host) ?? [];
  if (product === undefined || (!region && !edge)) return host;
  const [ownRegion = "us1", ownEdge] = labels.split(".").filter(Boolean).reverse();
  return [product, edge || ownEdge, region || ownRegion, "twilio.com"].filter(Boolean).join(".");
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

function isLocal({ hostname }: URL): boolean {
  return hostname === "[::1]" || /^(127\.\d+\.\d+\.\d+|(.+\.)?localhost)$/.test(hostname);
}
