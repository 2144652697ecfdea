import { quoted, type Findings } from "../diagnostics.js";
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
  const name = quoted(`${method.toUpperCase()} ${path}`);
  const usable = servers.list.filter(({ url }) => serverProblem(url) === undefined);
  const server = usable.find(({ url }) => canServe(url, path)) ?? servers.list[0];
  if (servers.from === "nowhere") {
    const hint = "Add `servers` to the document, in an overlay if it is not yours.";
    findings.add("no-server", document.place(at, "key"), `nothing says which server ${name} is called on`, hint);
  }
  // Without a finding here, a server that could not be read has made one.
  if (server === undefined) return undefined;
  const problem = serverProblem(server.url);
  if (problem !== undefined) {
    findings.add("refused-server", document.place(server.at), `the server ${quoted(server.url)} ${problem}`, https);
    return undefined;
  }
  if (servers.from === "document" && hostsOf(servers).size > 1) {
    const others = servers.list.filter(({ url }) => url !== server.url).map(({ url }) => quoted(url));
    const message = `${name} is called on ${quoted(server.url)}; the document names ${others.join(", ")} as well, and nothing says which`;
    const hint = "Give the path or the operation its own `servers`, in an overlay if the document is not yours.";
    const description = `${method.toUpperCase()} ${path} is served here; the document names other hosts as well, and does not say so.`;
    const fix = overlayFix(document, [{ at, description, update: { servers: [{ url: server.url }] } }]);
    findings.add("ambiguous-server", document.place(at, "key"), message, hint, fix);
  }
  return server.url;
}

const https = "Name an https server, in an overlay if the document is not yours.";

function hostsOf({ list }: Servers): ReadonlySet<string> {
  return new Set(list.map(({ url }) => (URL.canParse(url) ? new URL(url).host : url)));
}
