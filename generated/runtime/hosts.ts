// Written by twilio-workflows: change the documents and generate again.
/** Where requests go, other than where the OpenAPI document says. */
export interface Hosts {
  /** A Twilio region, such as `au1`. @default TWILIO_REGION, else hosts stay as they are */
  region?: string | undefined;
  /** A Twilio edge location, such as `sydney`; without a region it implies `us1`. @default TWILIO_EDGE, else none */
  edge?: string | undefined;
  /**
   * What to use in place of `https://<host>`, for a proxy, a simulator or a test: one URL for all, or a function of
   * the host (after region and edge; `undefined` leaves it). The server's path stays. Credentials go there too.
   * `http:` is for this machine only. @default Twilio itself
   */
  baseUrl?: string | ((host: string) => string | undefined) | undefined;
}

/** Where a URL of the OpenAPI document leads to, and whether credentials may go there. Throws for unusable settings. */
export function destinationOf(documented: string, hosts: Hosts): { url: string; trusted: boolean } {
  const url = new URL(documented);
  url.hostname = regionalHost(url.hostname, hosts);
  const base = typeof hosts.baseUrl === "function" ? hosts.baseUrl(url.host) : hosts.baseUrl;
  if (base !== undefined) return { url: checkedBase(base) + url.pathname + url.search, trusted: true };
  checkScheme(url);
  return { url: url.href, trusted: url.protocol === "https:" && url.hostname.endsWith(".twilio.com") };
}

/** `product[.edge][.region].twilio.com` */
function regionalHost(host: string, { region, edge }: Hosts): string {
  for (const [name, value] of Object.entries({ region, edge })) {
    if (value && !/^[a-z0-9-]+$/i.test(value)) throw new TypeError(`option ${name} is no ${name}: "${value}"`);
  }
  const [, product, labels = ""] = /^([^.]+)\.((?:[^.]+\.){0,2})twilio\.com$/.exec(host) ?? [];
  if (product === undefined || (!region && !edge)) return host;
  const [ownRegion = "us1", ownEdge] = labels.split(".").filter(Boolean).reverse();
  return [product, edge || ownEdge, region || ownRegion, "twilio.com"].filter(Boolean).join(".");
}

function checkedBase(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new TypeError("option baseUrl must be a URL without user, query and fragment");
  }
  checkScheme(url);
  return url.href.replace(/\/+$/, "");
}

function checkScheme({ protocol, hostname }: URL): void {
  const local = hostname === "[::1]" || /^(127\.\d+\.\d+\.\d+|(.+\.)?localhost)$/.test(hostname);
  if (protocol === "https:" || (protocol === "http:" && local)) return;
  throw new TypeError(`${protocol}//${hostname} is refused: only https, or http to this machine`);
}
