import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, newPlay, refused, type Play, type Received, type Work } from "./answer.js";
import { mostBytes } from "./body.js";
import type { Reply } from "./play.js";
import { Records, withoutSecrets, type RecordedRequest } from "./records.js";
import { Refusal } from "./refusal.js";
import { bodyOf, headersFor } from "./reply-text.js";
import type { ServedApi } from "./routes.js";
import type { ChosenSequences } from "./sequences.js";

export interface LocalApiOptions {
  /** The documents. Their names are in addresses, and differ. */
  readonly apis: readonly ServedApi[];
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** What statuses go through, where documents say something else. Default: none. */
  readonly sequences?: ChosenSequences | undefined;
  /** Told of each request once it is answered, and why it was refused, if it was. */
  readonly onRequest?: ((request: RecordedRequest, refusal: string | undefined) => void) | undefined;
}

/** A server that plays OpenAPI documents. */
export interface LocalApi {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  /** Ends the server and all its connections. */
  readonly close: () => Promise<void>;
}

/** Starts a server on this machine. @throws what `listen` does, where the port is not free */
export async function startLocalApi(options: LocalApiOptions): Promise<LocalApi> {
  const { apis, port = 0, sequences = new Map(), onRequest } = options;
  const site: Site = { ...newPlay(apis, sequences), records: new Records(), onRequest };
  const server = createServer((incoming, response) => {
    // Only a client that breaks off makes this fail, and then nobody is left to tell.
    exchange(incoming, response, site).catch(() => response.destroy());
  });
  const bound = await listen(server, port);
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

interface Site extends Play {
  readonly records: Records;
  readonly onRequest: LocalApiOptions["onRequest"];
}

async function exchange(incoming: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const [path = "/", ...rest] = url.split("?");
  const bytes = await receive(incoming);
  const asked = { method, path, query: new URLSearchParams(rest.join("?")), headers: headersOf(incoming), bytes };
  if (!isForThisMachine(asked.headers["host"])) return send(response, refused(foreign()), method);
  if (path === "/_requests") return send(response, onRecords(method, site), method);
  const work: Work = { route: undefined, body: undefined, isForToken: false };
  let refusal: Refusal | undefined;
  let reply: Reply;
  try {
    reply = await answer(asked, work, site);
  } catch (error) {
    refusal = error instanceof Refusal ? error : new Refusal(500, `The local API is broken: ${String(error)}`);
    reply = refused(refusal);
  }
  const record = recordOf(asked, work, reply.status);
  site.records.add(record);
  send(response, reply, method);
  site.onRequest?.(record, refusal?.message);
}

function recordOf(
  { method, path, query, headers, bytes }: Received,
  { route, body, isForToken }: Work,
  status: number,
): RecordedRequest {
  const names = [...new Set(query.keys())];
  const fields = names.map((name): readonly [string, string | readonly string[]] => {
    const all = query.getAll(name);
    return [name, all.length === 1 ? (all[0] ?? "") : all];
  });
  const text = bytes === undefined || bytes.length === 0 || isForToken ? undefined : bytes.toString();
  return {
    method,
    path,
    query: withoutSecrets(fields),
    headers: withoutSecrets(Object.entries(headers)),
    body: body?.value ?? text,
    api: route?.endpoint.served.name,
    operation: isForToken ? "a token" : route && (route.operation.operationId ?? `${method} ${route.operation.path}`),
    status,
  };
}

function onRecords(method: string, { records, stage }: Site): Reply {
  if (method === "GET") return json(200, records.list());
  if (method !== "DELETE") return refused(new Refusal(405, "`/_requests` takes GET and DELETE."));
  records.clear();
  stage.store.clear();
  return { ...json(204, undefined), mediaType: undefined };
}

function json(status: number, value: unknown): Reply {
  return { status, headers: {}, mediaType: "application/json", value };
}

function send(response: ServerResponse, reply: Reply, method: string): void {
  const body = bodyOf(reply);
  if (body === undefined) return void response.writeHead(reply.status, headersFor(reply)).end();
  const headers = { "Content-Length": Buffer.byteLength(body), ...headersFor(reply) };
  response.writeHead(reply.status, headers).end(method === "HEAD" ? undefined : body);
}

/** Reads a body to its end; `undefined` where it is too large. Rejects if the client breaks off. */
async function receive(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size <= mostBytes ? Buffer.concat(chunks) : undefined;
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** A page on the web may have its name lead here: its scripts would read what was asked. */
function isForThisMachine(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
}

function foreign(): Refusal {
  return new Refusal(403, "This server answers to 127.0.0.1 and localhost only.");
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
