import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** What goes wrong with a request: before the order is made, or after. */
export type Fault = "lost before" | "lost after" | "half an answer" | "503 before" | "503 after" | "422" | "none";

export interface Orders {
  readonly url: string;
  /** The keys of the requests, as they came. */
  readonly keys: readonly string[];
  /** The orders that were made. */
  readonly made: readonly string[];
}

/** A shop that knows a request by its key, and goes wrong in the given ways, one request after the other. */
export async function serveOrders(faults: readonly Fault[]): Promise<Orders> {
  const byKey = new Map<string, string>();
  const keys: string[] = [];
  const made: string[] = [];
  const server = createServer(async (request, response) => {
    for await (const _chunk of request);
    const fault = faults[keys.length] ?? "none";
    const key = String(request.headers["idempotency-key"]);
    keys.push(key);
    if (fault === "lost before") return response.destroy();
    if (fault === "503 before" || fault === "422") return response.writeHead(fault === "422" ? 422 : 503).end();
    const id = byKey.get(key) ?? `OR${made.length + 1}`;
    if (!byKey.has(key)) made.push(id);
    byKey.set(key, id);
    if (fault === "lost after") return response.destroy();
    if (fault === "503 after") return response.writeHead(503).end();
    response.writeHead(201, { "content-type": "application/json", "content-length": 12 });
    if (fault === "half an answer") return response.write("{", () => response.destroy());
    return response.end(JSON.stringify({ id }).padEnd(12));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, keys, made };
}
