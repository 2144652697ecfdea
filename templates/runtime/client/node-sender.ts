import type { Ending } from "./ending.js";
import { type Builtins, builtins, type Incoming, type Module, type Request } from "./node-types.js";
import type { Sink } from "./receive.js";
import { NotConnected, type Outgoing, type Sender } from "./sender.js";

/** Milliseconds in which a connection has to be made. */
const MOST_TO_CONNECT = 10_000;

/**
 * Milliseconds for which a connection is kept that nothing goes over, unless the server says that it keeps it for less.
 * Both are what the `fetch` of Node.js has.
 */
const MOST_IDLE = 4_000;

/** Requests that change nothing: one that is lost is sent again. */
const SAFE: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Sends by means of `node:http` and `node:https`, which take less time for it than the `fetch` of Node.js. `undefined`
 * where there are none.
 */
export function nodeSender(): Sender | undefined {
  const node = builtins();
  if (!node) return undefined;
  const [plain, secure] = [withAgent(node.http), withAgent(node.https)];
  return async (outgoing, receiver, ending) => {
    const url = new URL(outgoing.url);
    const { module, agent } = url.protocol === "https:" ? secure : plain;
    if (!SAFE.includes(outgoing.method) && Object.keys(agent.freeSockets).length > 0) await looked(node);
    if (!ending.isOver)
      await exchange(module.request(optionsOf(url, outgoing, agent)), outgoing, { receiver, ending, node });
  };
}

function withAgent(module: Module): { module: Module; agent: InstanceType<Module["Agent"]> } {
  return { module, agent: new module.Agent({ keepAlive: true, timeout: MOST_IDLE }) };
}

/**
 * Resolves once it was looked which connections the other side has closed: a program that was busy has not seen it, and a
 * request on such a connection is lost, of which nobody could say whether it took effect.
 */
async function looked({ setImmediate }: Builtins): Promise<void> {
  // The first one may come before the next look.
  for (let turns = 0; turns < 2; turns++) await new Promise<void>((resolve) => void setImmediate(resolve));
}

function optionsOf(url: URL, { method, headers, body }: Outgoing, agent: object): object {
  const length = typeof body === "string" ? new TextEncoder().encode(body).byteLength : body?.byteLength;
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port,
    path: url.pathname + url.search,
    method,
    headers: {
      "accept-encoding": "gzip, deflate, br",
      ...headers,
      ...(length === undefined ? undefined : { "content-length": length }),
    },
    agent,
  };
}

function exchange(
  request: Request,
  { body }: Outgoing,
  { receiver, ending, node }: { receiver: Sink; ending: Ending; node: Builtins },
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let isConnected = false;
    ending.onEnd(() => request.destroy());
    request.on("socket", (socket) => {
      isConnected = !socket.connecting;
      if (isConnected) return;
      const late = new Error(`no connection within ${MOST_TO_CONNECT} ms`);
      const timer = setTimeout(() => request.destroy(late), MOST_TO_CONNECT);
      socket.once(socket.encrypted ? "secureConnect" : "connect", () => {
        isConnected = true;
        clearTimeout(timer);
      });
      socket.once("close", () => clearTimeout(timer));
    });
    request.on("error", (error) => {
      reject(isConnected ? error : new NotConnected("no connection", { cause: error }));
    });
    request.on("response", (response) => {
      const headers = headersOf(response.rawHeaders);
      receiver.begin(response.statusCode, headers);
      const whole = decoded(response, headers["content-encoding"], node);
      whole.on("data", (bytes) => {
        try {
          const ready = receiver.take(bytes);
          if (!ready) return;
          whole.pause();
          void ready.then(() => whole.resume());
        } catch (error) {
          request.destroy();
          reject(error);
        }
      });
      whole.on("end", () => {
        receiver.end();
        resolve();
      });
      response.on("error", reject);
      whole.on("error", reject);
    });
    request.end(body);
  });
}

/** By their names in lower case; what came several times is joined, as `Headers` does it. */
function headersOf(raw: readonly string[]): Readonly<Record<string, string>> {
  // Without anything that objects inherit, whatever a header is called.
  const headers: Record<string, string> = Object.create(null);
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = String(raw[at]).toLowerCase();
    const value = String(raw[at + 1]).trim();
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  return { ...headers };
}

function decoded(response: Incoming, encoding: string | undefined, node: Builtins): Incoming {
  switch (encoding?.toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return response.pipe(node.zlib.createGunzip(lenient(node)));
    case "deflate":
      return response.pipe(node.zlib.createInflate(lenient(node)));
    case "br":
      return response.pipe(node.zlib.createBrotliDecompress());
    default:
      return response;
  }
}

/** What ends early is taken for whole, as `fetch` does it. */
function lenient({ zlib: { constants } }: Builtins): object {
  return { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
}
