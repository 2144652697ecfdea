import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { CallbackHandler, NodeRequest } from "../../templates/callbacks/index.js";

/** A callback on its way. */
export interface Sent {
  readonly method?: string;
  /** With the query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Sends a callback to the listener of a handler, over HTTP. */
export function toListener(
  { listener }: CallbackHandler,
  sent: Sent,
  changed: (request: NodeRequest) => Promise<NodeRequest> | NodeRequest = (request) => request,
): Promise<Answered> {
  return over(async (request, response) => listener(await changed(request), response), sent);
}

/** Sends a callback to a handler as a standard `Request`, over HTTP. */
export function toHandler(handler: CallbackHandler, sent: Sent): Promise<Answered> {
  return over(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const { method = "GET", url = "", headers } = incoming;
    const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
    const given = Object.entries(headers).filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const { status, text } = await told(
      await handler(new Request(`http://${headers.host}${url}`, { method, headers: given, ...body })),
    );
    response.writeHead(status).end(text);
  }, sent);
}

async function told(response: Response): Promise<Answered> {
  return { status: response.status, text: await response.text() };
}

type Listening = Parameters<typeof createServer>[1] & {};

async function over(
  listening: Listening,
  { method = "POST", path = "/", headers = {}, body }: Sent,
): Promise<Answered> {
  const server = createServer(listening);
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = ask({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
