import { found, type Findings } from "../diagnostics.js";
import { overlayFix } from "../documents/index.js";
import type { Operation, Servers } from "./model.js";
import { serverProblem } from "./server-url.js";
import { canServe } from "./twilio-hosts.js";

/**
 * The server that an operation is called on, an absolute URL without a slash at its end; `undefined`, after a finding,
 * where there is none to which credentials may go.
 *
 * Where the document names several hosts and nothing says which of them serves the operation, it is the first that
 * can, and that is a finding too.
 */
export function chooseServer(operation: Operation, findings: Findings): string | undefined {
  const { api, at, method, path, servers } = operation;
  const { document } = api;
  const name = `${method.toUpperCase()} ${path}`;
  const usable = servers.list.filter(({ url }) => serverProblem(url) === undefined);
  const server = usable.find(({ url }) => canServe(url, path)) ?? servers.list[0];
  if (servers.from === "nowhere") findings.report(document.place(at, "key"), found.noServer(name));
  // Without a finding here, a server that could not be read has made one.
  if (server === undefined) return undefined;
  const problem = serverProblem(server.url);
  if (problem !== undefined) {
    findings.report(document.place(server.at), found.refusedServer(server.url, problem));
    return undefined;
  }
  if (servers.from === "document" && hostsOf(servers).size > 1) {
    const others = servers.list.filter(({ url }) => url !== server.url).map(({ url }) => url);
    const description = `${name} is served here; the document names other hosts as well, and does not say so.`;
    const fix = overlayFix(document, [{ at, description, update: { servers: [{ url: server.url }] } }]);
    findings.report(document.place(at, "key"), found.ambiguousServer(name, server.url, others), fix);
  }
  return server.url;
}

function hostsOf({ list }: Servers): ReadonlySet<string> {
  return new Set(list.map(({ url }) => (URL.canParse(url) ? new URL(url).host : url)));
}
