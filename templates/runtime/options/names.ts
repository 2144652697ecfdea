import type { ApiSettings } from "../client/api.js";
import { type CalledServer, isOfHost, ownerOf, type Servers } from "../client/hosts.js";
import { InvalidOptionError, isObject } from "./option-rules.js";
import type { AnyOptions } from "./options.js";

/**
 * Throws for what a run is given for a source or a host that it does not call: it is meant for one that would be reached
 * as if nothing had been said.
 */
export function checkNames(
  { baseUrl, headers = {}, credentials = {} }: AnyOptions,
  called: readonly (CalledServer & ApiSettings)[],
  profile: Servers | undefined,
): void {
  const sources = called.flatMap(({ source = [] }) => source);
  const names = profile ? [...sources, profile.name] : sources;
  const hosts = called.map(({ server }) => ownerOf(server));
  const others = called.flatMap(otherHosts);
  const isHost = (name: string): boolean => {
    const url = `https://${name}`;
    const isOwned = profile !== undefined && URL.canParse(url) && profile.owns(new URL(url));
    return isOwned || hosts.includes(name) || others.some((host) => isOfHost(host, name));
  };
  check("baseUrl", isObject(baseUrl) ? baseUrl : {}, [...names, ...hosts], isHost);
  check("headers", headers, names);
  check("credentials", credentials, names);
}

/**
 * The name under which options have what is for the requests to a URL: that of its source or, of servers that are known
 * beyond their documents, that of all of them, unless another source has it.
 */
export function nameOf(
  url: string,
  source: string | undefined,
  called: readonly CalledServer[],
  profile: Servers | undefined,
): string | undefined {
  if (source !== undefined || !profile?.owns(new URL(url))) return source;
  return called.some((server) => server.source === profile.name) ? undefined : profile.name;
}

/** Texts are for all, in headers and in credentials alike; in base URLs each name counts. */
function check(
  option: string,
  given: object,
  names: readonly string[],
  isOther: (name: string) => boolean = () => false,
): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || (option !== "baseUrl" && !isObject(value))) continue;
    if (names.includes(name) || isOther(name)) continue;
    const known = [...new Set(names)].map((each) => JSON.stringify(each)).join(", ") || "none";
    throw new InvalidOptionError(`${option}.${name}`, `is for nothing that this run calls; there is ${known}`);
  }
}

/** Where requests for tokens go, and URLs of answers may. */
function otherHosts({ security = [], hosts = [] }: ApiSettings): readonly string[] {
  const schemes = security.flatMap((all) => Object.values(all));
  const tokens = schemes.flatMap((scheme) => (scheme.type === "oauth2" ? new URL(scheme.tokenUrl).host : []));
  return [...hosts, ...tokens];
}
