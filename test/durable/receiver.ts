import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createCallbackHandler } from "../../templates/callbacks/index.js";
import type { Harness } from "./harness.js";

/** Where callbacks arrive: beside the workers, in a process that none of them is. */
export interface Receiver {
  readonly url: string;
  /** Says how runs are woken. Until then callbacks are held back. */
  readonly wakeBy: (wake: Harness["wake"]) => void;
  /** Resolves once a run has been woken. */
  readonly woken: Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startReceiver(authToken: string): Promise<Receiver> {
  let [wakeBy, tell] = [(_wake: Harness["wake"]): void => undefined, (): void => undefined];
  const by = new Promise<Harness["wake"]>((resolve) => (wakeBy = resolve));
  const woken = new Promise<void>((resolve) => (tell = resolve));
  const handler = createCallbackHandler({
    authToken,
    async wake(wakeUp, run) {
      const wake = await by;
      await wake?.(wakeUp, run);
      tell();
    },
    // A callback that wakes nobody, such as while its engine is killed, is lost.
    onError: () => undefined,
  });
  const server = createServer((request, response) => void handler.listener(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callbacks`,
    wakeBy: (wake) => wakeBy(wake),
    woken,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
