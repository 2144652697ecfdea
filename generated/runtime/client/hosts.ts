// Written by twilio-workflows: change the documents and generate again.
import { InvalidOptionError } from "../options/option-rules.js";

/** Where requests go, other than where the OpenAPI document says. */
export interface Hosts {
  /** A Twilio region, such as `au1`. @default TWILIO_REGION, else hosts stay as they are */
  region?: string | undefined;
  /** A Twilio edge location, such as `sydney`; without a region it implies `us1`. @default TWILIO_EDGE, else none */
  edge?: string | undefined;
  /**
   * What to use in place of `https://<host>`, for a proxy, a simulator or a test: one URL for all, an object of URLs by
   * host, or a function of the host (after region and edge; `undefined` leaves it). The server's path stays.
   * Credentials go there too. `http:` is for this machine only.
   *
   * A source whose document does not say where it is has its name for a host, and needs such a URL; Twilio's
   * credentials go there only if it is a host of Twilio. @default Twilio itself
   */
  baseUrl?: string | Readonly<Record<string, string>> | ((host: string) => string | undefined) | undefined;
}

/** Where a URL of the OpenAPI document leads to, and whether credentials may go there. Throws for unusable settings. */
export function destinationOf(documented: string, hosts: Hosts): { url: string; trusted: boolean } {
  const [, source, path = ""] = /^source:([^/?]*)(.*)$/s.exec(documented) ?? [];
  if (source !== undefined) return destinationOfSource(decodeURIComponent(source), path, hosts);
  const url = new URL(documented);
  url.hostname = regionalHost(url.hostname, hosts);
  const base = baseOf(url.host, hosts);
  if (base !== undefined) return { url: checkedBase(base) + url.pathname + url.search, trusted: true };
  const complaint = complaintAboutScheme(url);
  if (complaint !== undefined) throw new TypeError(`the server ${complaint}`);
  return { url: url.href, trusted: isTwilio(url) };
}

/** Of a source whose document does not say where it is. It is somebody else's, unless its host says that it is not. */
function destinationOfSource(source: string, path: string, hosts: Hosts): { url: string; trusted: boolean } {
  const base = baseOf(source, hosts);
  if (base === undefined) {
    const key = JSON.stringify(source);
    throw new InvalidOptionError("baseUrl", `must say where the source ${key} is: { ${key}: "https://…" }`);
  }
  const url = checkedBase(base) + path;
  return { url, trusted: isTwilio(new URL(url)) };
}

function isTwilio({ protocol, hostname }: URL): boolean {
  return protocol === "https:" && hostname.endsWith(".twilio.com");
}

function baseOf(host: string, { baseUrl }: Hosts): string | undefined {
  if (typeof baseUrl === "function") return baseUrl(host);
  if (typeof baseUrl !== "object") return baseUrl;
  return Object.hasOwn(baseUrl, host) ? baseUrl[host] : undefined;
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

function complaintAboutScheme({ protocol, hostname }: URL): string | undefined {
  const local = hostname === "[::1]" || /^(127\.\d+\.\d+\.\d+|(.+\.)?localhost)$/.test(hostname);
  if (protocol === "https:" || (protocol === "http:" && local)) return undefined;
  return `must be https, or http to this machine, not ${protocol}//${hostname}`;
}
