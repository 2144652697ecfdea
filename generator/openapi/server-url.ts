import { domainToUnicode } from "node:url";
import { isSecure } from "../documents/index.js";

/** What becomes of a server's URL. */
export type ServerReading =
  /** It is called as it is written, or, for reasons that are plain, as another URL. */
  | { readonly kind: "known"; readonly url: string; readonly isWritten: boolean }
  /** Only its path is known; whoever calls the function says where it is. */
  | { readonly kind: "elsewhere"; readonly path: string; readonly problem: string }
  | { readonly kind: "refused"; readonly problem: string };

/**
 * Reads a server's URL.
 * @param from The https URL of the document, which relative ones are relative to, if it is known
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function readServerUrl(url: string, from?: string): ServerReading {
  const [variable] = url.match(/\{[^{}]*\}/) ?? [];
  if (variable !== undefined) return withVariable(url, `leaves ${variable} open: the variable has no default`);
  if (url.startsWith("//")) return knownAs(`https:${url}`, false);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return relative(url, from);
  const isHttp = /^http:/i.test(url);
  if (isHttp && serverProblem(url) !== undefined) return withPath(url.replace(/^http:/i, "https:"), "is not https");
  if (serverProblem(url) === undefined) return knownAs(url, true);
  return knownAs(plainHost(url), false);
}

/** What is wrong with a server's URL, in words that follow on it, if anything is. */
export function serverProblem(url: string): string | undefined {
  if (!URL.canParse(url)) return "is no absolute URL";
  const { hostname, username, password, search, hash } = new URL(url);
  if (!isSecure(new URL(url))) return "is not https";
  if (username !== "" || password !== "" || url.includes("@")) return "has user information in it";
  if (!/^[\w.-]+$|^\[[\d:.a-f]+\]$/.test(hostname) || !isDecodable(hostname)) return "has no host";
  if (search !== "" || hash !== "" || /[?#]/.test(url)) return "has a query or a fragment";
  // Anything that a URL parser reads otherwise than it is written: spaces, backslashes, letters of other scripts.
  if (new URL(url).href.replace(/\/$/, "") !== url) return `is not written as it is read: ${new URL(url).href}`;
  return undefined;
}

/** Whether what stands for letters of other scripts stands for some: not all versions of Node.js ask that of a URL. */
function isDecodable(hostname: string): boolean {
  return !/(?:^|\.)xn--/.test(hostname) || domainToUnicode(hostname) !== hostname;
}

/** The server of a source whose host is not known, as the runtime is told of it. */
export function serverElsewhere(source: string, path = ""): string {
  return `source:${encodeURIComponent(source)}${path}`;
}

function knownAs(url: string, isWritten: boolean): ServerReading {
  const problem = serverProblem(url);
  return problem === undefined ? { kind: "known", url, isWritten } : { kind: "refused", problem };
}

function withVariable(url: string, problem: string): ServerReading {
  const [isHostOpen, path = ""] = /^(?:https?:\/\/)?[^/{}]*\{[^/]*(\/(?!\/)[^{}]*)?$/i.exec(url) ?? [];
  return isHostOpen === undefined ? { kind: "refused", problem } : withPath(`https://host.invalid${path}`, problem);
}

function relative(url: string, from: string | undefined): ServerReading {
  if (!/^[\w\-./~%!$&'()*+,;=:]*$/.test(url)) return { kind: "refused", problem: "is no URL" };
  // The readers of documents take a slash at the end away, so that nothing is left of `/`.
  const base = from ?? "https://host.invalid/";
  const resolved = (url === "" ? new URL(base).origin : new URL(url, base).href).replace(/\/+$/, "");
  return from === undefined
    ? withPath(resolved, "is relative to an address that is not known")
    : knownAs(resolved, false);
}

function withPath(url: string, problem: string): ServerReading {
  const known = plainHost(url);
  const fault = serverProblem(known);
  if (fault !== undefined) return { kind: "refused", problem: fault };
  return { kind: "elsewhere", path: new URL(known).pathname.replace(/\/$/, ""), problem };
}

/** The URL without the port that `https:` has anyway, its host in small letters. */
function plainHost(url: string): string {
  return url.replace(/^https:\/\/[\w.:-]+(?=\/|$)/i, (host) => host.toLowerCase().replace(/:443$/, ""));
}
