import { found, type Findings } from "../diagnostics.js";
import { overlayFix } from "../documents/index.js";
import type { Operation, Servers } from "./model.js";
import { readServerUrl, serverElsewhere, type ServerReading } from "./server-url.js";
import { canServe } from "./twilio-hosts.js";

/** What is known of where a source is. */
export interface SourceServer {
  /** The name of the source description. */
  readonly name: string;
  /** The https URL that the document has, if it has one. */
  readonly url?: string | undefined;
  /** The server that the caller or the source description names in place of the document's. */
  readonly given?: string | undefined;
}

type Server = Servers["list"][number] & { readonly is: ServerReading };

/**
 * The server that an operation is called on, an absolute URL without a slash at its end; where its host is not known,
 * a text that stands for it, by the name of the source. A server to which credentials may not go is an error.
 *
 * Where the document names several hosts and nothing says which of them serves the operation, it is the first that
 * can, and that is a finding too.
 */
export function chooseServer(operation: Operation, source: SourceServer, findings: Findings): string {
  const { api, at, method, path, servers } = operation;
  const { document } = api;
  const list = servers.list.map((server): Server => ({ ...server, is: readServerUrl(server.url, source.url) }));
  const usable = list.filter(({ is }) => is.kind === "known");
  const server = usable.find(({ is }) => is.kind === "known" && canServe(is.url, path)) ?? list[0];
  const isOfDocument = servers.from === "document" || servers.from === "nowhere";
  if (source.given !== undefined && (isOfDocument || server?.is.kind !== "known")) return source.given;
  if (servers.from === "nowhere") findings.report(document.place(["openapi"], "key"), found.noServer.none(source.name));
  // Without a finding here, a server that could not be read has made one.
  if (server === undefined) return serverElsewhere(source.name);
  const { url, is } = server;
  const place = document.place(server.at);
  if (is.kind === "refused") {
    findings.report(place, found.refusedServer(url, is.problem));
    return serverElsewhere(source.name);
  }
  if (is.kind === "elsewhere") {
    findings.report(place, found.noServer.elsewhere(url, is.problem, source.name));
    return serverElsewhere(source.name, is.path);
  }
  if (!is.isWritten) findings.report(place, found.assumedServer(url, is.url));
  if (servers.from === "document" && hostsOf(list).size > 1) {
    const name = `${method.toUpperCase()} ${path}`;
    const others = list.filter((other) => other.url !== url).map((other) => other.url);
    const description = `${name} is served here; the document names other hosts as well, and does not say so.`;
    const fix = overlayFix(document, [{ at, description, update: { servers: [{ url: is.url }] } }]);
    findings.report(document.place(at, "key"), found.ambiguousServer(name, is.url, others), fix);
  }
  return is.url;
}

function hostsOf(list: readonly Server[]): ReadonlySet<string> {
  return new Set(list.map(({ url, is }) => (is.kind === "known" ? new URL(is.url).host : url)));
}
