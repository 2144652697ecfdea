import { createServer, connect, type Server, type Socket } from "node:net";
import { freePort } from "../../examples/durable/postgres.js";

/** One address for several workers: each connection goes to the next of them that takes it. */
export interface Balancer {
  readonly port: number;
  /** The ports of the workers. */
  readonly workers: number[];
  readonly close: () => Promise<void>;
}

export async function startBalancer(): Promise<Balancer> {
  const workers: number[] = [];
  const open = new Set<Socket>();
  let turn = 0;
  const server: Server = createServer((socket) => {
    turn += 1;
    const port = workers[turn % workers.length];
    const worker = port === undefined ? undefined : connect(port, "127.0.0.1");
    if (worker === undefined) return socket.destroy();
    for (const [one, other] of [
      [socket, worker],
      [worker, socket],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port,
    workers,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
