import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
  type Server,
} from "@modelcontextprotocol/server";

/** A server on this machine. */
export interface HttpServer {
  /** `http://127.0.0.1:4011/mcp` */
  readonly url: string;
  /** Ends it and all its connections. */
  readonly close: () => Promise<void>;
}

/** Larger requests are refused. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Serves the protocol over HTTP, on the loopback interface alone, and answers to no other name: a page on the web may
 * have its name lead here.
 * @param token What requests have to bring along as `Authorization: Bearer`. Default: nothing
 * @throws what `listen` does, where the port is not free
 */
export async function serveHttp(factory: () => Server, port: number, token: string | undefined): Promise<HttpServer> {
  const handler = createMcpHandler(factory);
  const answer = async (request: Request): Promise<Response> => {
    const refused =
      hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
      originValidationResponse(request, localhostAllowedOrigins());
    if (refused !== undefined) return refused;
    if (token !== undefined && !isSame(request.headers.get("authorization") ?? "", `Bearer ${token}`)) {
      return new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
    }
    return new URL(request.url).pathname === "/mcp" ? handler.fetch(request) : new Response(null, { status: 404 });
  };
  const server = createServer((incoming, response) => {
    // Only a client that breaks off makes this fail, and then nobody is left to tell.
    exchange(incoming, response, answer).catch(() => response.destroy());
  });
  const bound = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
  return {
    url: `http://127.0.0.1:${bound}/mcp`,
    async close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function exchange(
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  if (size > mostBytes) return void response.writeHead(413).end();
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const { method = "GET", url = "/" } = incoming;
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  const request = new Request(new URL(url, "http://127.0.0.1"), { method, headers, body, signal: gone.signal });
  const answered = await answer(request);
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  for await (const chunk of answered.body ?? []) response.write(chunk);
  response.end();
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
