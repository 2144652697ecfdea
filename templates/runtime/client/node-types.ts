/** What is used of `node:http` and `node:https`, so that who compiles this needs no types of Node.js. */
export interface Module {
  readonly Agent: new (options: object) => { readonly freeSockets: object };
  request(options: object): Request;
}

export interface Request {
  on(event: "socket", listener: (socket: Socket) => void): void;
  on(event: "response", listener: (response: Incoming) => void): void;
  on(event: "error", listener: (error: unknown) => void): void;
  end(body: string | Uint8Array | null): void;
  destroy(error?: Error): void;
}

export interface Socket {
  readonly connecting: boolean;
  readonly encrypted?: boolean;
  once(event: "connect" | "secureConnect" | "close", listener: () => void): void;
}

export interface Incoming {
  readonly statusCode: number;
  readonly rawHeaders: readonly string[];
  on(event: "data", listener: (bytes: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  on(event: "error", listener: (error: unknown) => void): void;
  pipe(to: Incoming): Incoming;
  pause(): void;
  resume(): void;
}

interface Zlib {
  readonly constants: { readonly Z_SYNC_FLUSH: number };
  createGunzip(options: object): Incoming;
  createInflate(options: object): Incoming;
  createBrotliDecompress(): Incoming;
}

interface Channels {
  channel(name: string): { readonly hasSubscribers: boolean };
}

/** The modules of Node.js that are used. */
export interface Builtins {
  readonly http: Module;
  readonly https: Module;
  readonly zlib: Zlib;
  readonly channels: Channels;
  setImmediate(callback: () => void): unknown;
}

interface Host {
  process?: { getBuiltinModule?: (name: string) => unknown };
  setImmediate?: Builtins["setImmediate"];
  fetch: unknown;
}

/** They are not imported, so that bundlers leave them out. `undefined` where there are none, or not for the asking. */
export function builtins(): Builtins | undefined {
  const { process, setImmediate }: Host = globalThis;
  const load = process?.getBuiltinModule;
  if (!load || !setImmediate) return undefined;
  const named = <T>(name: string): T => load(name) as T;
  return {
    http: named<Module>("node:http"),
    https: named<Module>("node:https"),
    // Few servers compress what is as small as their answers.
    get zlib() {
      return named<Zlib>("node:zlib");
    },
    channels: named<Channels>("node:diagnostics_channel"),
    setImmediate,
  };
}
