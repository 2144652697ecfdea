import { createServer } from "node:http";

/** A server of this machine for the API in `orders.yaml`: it makes orders for those who have the token. */
export async function startLocalOrders(token: string): Promise<{ url: string; close: () => void }> {
  let count = 0;
  const server = createServer((request, response) => {
    const isSigned = request.headers.authorization === `Bearer ${token}`;
    const isKnown = request.method === "POST" && request.url === "/v1/orders";
    const status = isSigned ? (isKnown ? 201 : 404) : 401;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 201 ? { id: `O${++count}` } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
