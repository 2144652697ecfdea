import { createServer, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

export interface Received {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** The same to the byte. */
  bytes: Buffer;
}

/** A body that is no string is sent as JSON. By hand: `raw`. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: (response: ServerResponse) => void;
}

export interface Server {
  url: string;
  requests: Received[];
}

/** A server on this machine, for the length of one test. Of a list it gives one reply after the other, then the last. */
export async function serve(replies: readonly Reply[] | ((request: Received) => Reply)): Promise<Server> {
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const body = bytes.toString();
    const received = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body, bytes };
    requests.push(received);
    const reply =
      typeof replies === "function" ? replies(received) : replies[Math.min(requests.length, replies.length) - 1];
    if (reply?.raw) return reply.raw(response);
    const isText = typeof reply?.body === "string";
    response.writeHead(reply?.status ?? 200, { "content-type": "application/json", ...reply?.headers });
    response.end(isText ? reply?.body : reply?.body === undefined ? undefined : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

/** Where nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}
